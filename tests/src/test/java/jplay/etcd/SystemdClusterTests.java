package jplay.etcd;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import jplay.lab.Image;
import jplay.lab.Lab;
import jplay.lab.LabHost;
import jplay.lab.LabTest;
import jplay.lab.Mount;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * The main job as root on a machine with systemd, from nothing to nothing: each test goes on with
 * the cluster as the one before left it.
 */
@LabTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SystemdClusterTests {
    private static final String PIDS =
            "for i in 1 2 3; do systemctl show -p MainPID etcd-demo-$i; done";

    /** Names of all that the cluster could leave behind; what systemd writes down stays. */
    private static final String FILES =
            "find /etc /opt /root /usr /home /var/lib -xdev ! -path '/var/lib/systemd/*'"
                    + " ! -path '/etc/*-' ! -path '/root/.cache*' ! -name .pwd.lock | sort";

    private static final String CTL =
            "/opt/etcd/demo/bin/etcdctl --endpoints=https://127.0.0.1:2379"
                    + " --cacert=/root/.jplay/demo/admin/ca.crt"
                    + " --cert=/root/.jplay/demo/admin/admin.crt"
                    + " --key=/root/.jplay/demo/admin/admin.key ";

    private final Lab lab = Lab.open();
    private final LabHost host = lab.host("server", Image.DEBIAN13, mounts());
    private String before = "";

    private static Mount[] mounts() {
        var kept = Path.of(System.getProperty("user.home"), ".cache/jplay/etcd");
        var programs = new Mount(kept, "/root/.cache/jplay/etcd");
        return Stream.concat(Mount.program().stream(), Stream.of(programs)).toArray(Mount[]::new);
    }

    @BeforeAll
    void look() {
        before = host.sh(FILES);
    }

    @AfterAll
    void close() {
        lab.close();
    }

    @Test
    @Order(1)
    void letsSystemdKeepTheMembers() {
        var run = succeed("create");
        assertTrue(run.output().contains("Let systemd do it"), run::output);
        assertEquals(
                "active\nactive\nactive",
                host.sh("systemctl is-active etcd-demo-1 etcd-demo-2 etcd-demo-3"));
        assertEquals("etcd", host.sh("ps -o user= -p $(systemctl show -P MainPID etcd-demo-1)"));
        var _ = host.sh(CTL + "put greeting hello");
    }

    @Test
    @Order(2)
    void changesNothingTheSecondTime() {
        var pids = host.sh(PIDS);
        assertEquals(List.of(0, 0, 0), changed(succeed("create")));
        assertEquals(pids, host.sh(PIDS));
    }

    @Test
    @Order(3)
    void startsAMemberThatWasStopped() {
        var _ = host.sh("systemctl stop etcd-demo-2");
        assertEquals(List.of(0, 1, 0), changed(succeed("create")));
    }

    @Test
    @Order(4)
    void waitsForAMemberThatWasKilled() {
        var _ = host.sh("systemctl kill -s KILL etcd-demo-3");
        assertEquals(List.of(0, 0, 0), changed(succeed("create")));
        assertEquals("active", host.sh("systemctl is-active etcd-demo-3"));
    }

    @Test
    @Order(5)
    void restartsWhatABrokenRunLeftWithAnOldConfiguration() {
        var pids = host.sh(PIDS);
        var _ =
                host.sh(
                        """
                        printf '#!/bin/sh\\ncase "$*" in *restart*) exit 1 ;; esac\\nexec /usr/bin/systemctl "$@"\\n' \
                        >/usr/local/sbin/systemctl && chmod +x /usr/local/sbin/systemctl\
                        """);
        var broken = jplay("create", "-e", "etcd_heartbeat_interval=200");
        assertEquals(2, broken.status(), broken::output);
        assertEquals(pids, host.sh(PIDS));
        var _ = host.sh("rm /usr/local/sbin/systemctl");
        var _ = succeed("create", "-e", "etcd_heartbeat_interval=200");
        var old = pids.lines().toList();
        var young = host.sh(PIDS).lines().toList();
        for (var i = 0; i < old.size(); i++) {
            assertNotEquals(old.get(i), young.get(i));
        }
        assertEquals(
                List.of(0, 0, 0), changed(succeed("create", "-e", "etcd_heartbeat_interval=200")));
    }

    @Test
    @Order(6)
    void renewsCertificatesWithoutARestart() {
        var pids = host.sh(PIDS);
        var serial = "openssl x509 -noout -serial -in /etc/etcd/ssl/etcd-demo-1-server.crt";
        var old = host.sh(serial);
        var settings =
                new String[] {
                    "-e",
                    "etcd_heartbeat_interval=200",
                    "-e",
                    "etcd_cert_days=900",
                    "-e",
                    "etcd_cert_renew_before_days=800"
                };
        var _ = succeed("create", settings);
        assertNotEquals(old, host.sh(serial));
        assertEquals(
                host.sh(serial),
                host.sh(
                        "openssl s_client -connect 127.0.0.1:2379 </dev/null 2>/dev/null | openssl x509 -noout -serial"));
        assertEquals(pids, host.sh(PIDS));
    }

    @Test
    @Order(7)
    void comesBackAfterAReboot() {
        host.reboot();
        assertEquals(
                List.of(0, 0, 0), changed(succeed("create", "-e", "etcd_heartbeat_interval=200")));
        assertTrue(host.sh(CTL + "get greeting").contains("hello"));
    }

    @Test
    @Order(8)
    void leavesNothingBehind() {
        var _ = succeed("delete", "-e", "etcd_confirm=false");
        assertEquals(before, host.sh(FILES));
        assertEquals(1, host.exec("id", "etcd").status());
        assertEquals("", host.sh("systemctl list-units --all --plain --no-legend 'etcd*'"));
    }

    @Test
    @Order(9)
    void leavesAUserAloneThatWasThere() {
        var _ = host.sh("useradd --system --comment mine etcd");
        var _ = succeed("create");
        var _ = succeed("delete", "-e", "etcd_confirm=false");
        assertTrue(host.sh("getent passwd etcd").contains(":mine:"));
    }

    private JplayProgram.Run succeed(String action, String... more) {
        var run = jplay(action, more);
        assertEquals(0, run.status(), run::output);
        return run;
    }

    private static List<Integer> changed(JplayProgram.Run run) {
        return DemoCluster.HOSTS.stream().map(run::changed).toList();
    }

    private JplayProgram.Run jplay(String action, String... more) {
        var start =
                "cd '%s' && JPLAY_BUILD=never JAVA_HOME='%s' exec ./jplay \"$@\" 2>&1"
                        .formatted(Path.of("").toAbsolutePath(), System.getProperty("java.home"));
        var words =
                Stream.of(
                        Stream.of("sh", "-c", start, "sh"),
                        Stream.of("etcd.yaml", "-e", "etcd_action=" + action),
                        Stream.of(more));
        var answer = host.exec(words.flatMap(each -> each).toArray(String[]::new));
        return new JplayProgram.Run(answer.status(), answer.output());
    }
}
