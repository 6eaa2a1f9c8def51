package jplay.failure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import jplay.lab.Image;
import jplay.lab.Lab;
import jplay.lab.LabHost;
import jplay.lab.LabTest;
import jplay.lab.Relay;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A jump host that is lost, or is not reached, or does not reach the host behind it. */
@LabTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class JumpTests {
    private static final String LOST =
            "UNREACHABLE: Task failed: Failed to connect to the host via ssh: ";
    private static final String RAN = "ok=2 changed=2 unreachable=0 failed=0";
    private static final int SIZE = 30_000_000;

    /** Why a host behind a jump host is not reached; the manual says the same. */
    private static final String JUMP_REFUSES =
            "the jump host cannot connect to {address} port {port}: Connection refused";

    private final Lab lab = Lab.open();
    private final LabHost jump = lab.host("jump", Image.DEBIAN12);
    private final LabHost far = lab.host("far", Image.DEBIAN13);
    private final LabHost good = lab.host("good", Image.BUSYBOX);
    private final Relay relay = Relay.to(jump.ip(), 22);
    private final Controller controller = Controller.in(lab.folder());

    /** How a jump host is lost. */
    enum Fate {
        CUT,
        SWALLOWED
    }

    @BeforeAll
    void write() throws Exception {
        var config = controller.file("config", config());
        controller.file("hosts", hosts(config));
        Files.write(lab.folder().resolve("large"), new byte[SIZE]);
    }

    @BeforeEach
    void clean() {
        for (var host : new LabHost[] {far, good}) {
            var _ = host.sh("rm -rf /root/ran /root/large");
        }
    }

    @AfterEach
    void heal() {
        relay.blackhole(false);
        relay.delay(Duration.ZERO);
    }

    @AfterAll
    void close() {
        relay.close();
        lab.close();
    }

    private void lose(Fate fate) {
        if (fate == Fate.CUT) {
            relay.cut();
        } else {
            relay.blackhole(true);
        }
    }

    private String said(Fate fate) {
        return fate == Fate.CUT
                ? "Shared connection to %s closed.".formatted(far.ip())
                : "Timeout, server far not responding.";
    }

    private static boolean ran(LabHost host) {
        return host.exec("test", "-e", "/root/ran").status() == 0;
    }

    private void othersWentOn(Run run, Fate fate) {
        run.ended(4);
        assertEquals(LOST + said(fate), run.fatal("far"));
        assertEquals("ok=1 changed=1 unreachable=1 failed=0", run.recap("far"));
        assertEquals(RAN, run.recap("good"));
    }

    @ParameterizedTest
    @EnumSource
    void duringATask(Fate fate) throws Exception {
        var running = controller.start(Controller.play("shell: echo x >>~/ran; sleep 5"));
        running.await("task", () -> ran(far) && ran(good));
        lose(fate);
        othersWentOn(running.end(), fate);
        heal();
        assertEquals("x", far.sh("cat /root/ran"));
        var again =
                controller.run(Controller.play("shell: echo y >>~/ran"), "--limit", "@site.retry");
        assertEquals(RAN, again.ended(0).recap("far"));
        assertEquals("x\ny", far.sh("cat /root/ran"));
    }

    @ParameterizedTest
    @EnumSource
    void whileAFileTravels(Fate fate) throws Exception {
        relay.delay(Duration.ofMillis(100));
        var running = controller.start(Controller.play("copy: {src: large, dest: ~/large}"));
        running.await(
                "file", () -> !far.sh("find /tmp -name '.jplay-*-upload-*' -size +50k").isEmpty());
        lose(fate);
        relay.delay(Duration.ZERO);
        othersWentOn(running.end(), fate);
        relay.cut();
        assertEquals(String.valueOf(SIZE), good.sh("wc -c </root/large"));
        assertFalse(far.exec("test", "-e", "/root/large").status() == 0);
        var search = "find /tmp /root /var/tmp -name '.jplay*'";
        for (var tries = 0; !far.sh(search).isEmpty() && tries < 200; tries++) {
            TimeUnit.MILLISECONDS.sleep(50);
        }
        assertEquals("", far.sh(search));
    }

    @Test
    void isNotReachedOrDoesNotReach() throws Exception {
        var run =
                controller.run(
                        """
                        - hosts: localhost
                          gather_facts: false
                          tasks:
                            - add_host: {name: shut, ansible_host: "%1$s", ansible_port: 1, groups: behind}
                            - add_host:
                                name: lost
                                ansible_host: "%1$s"
                                ansible_ssh_extra_args: -J nobody
                        - hosts: all
                          gather_facts: false
                          tasks:
                            - command: "true"
                        """
                                .formatted(far.ip()));
        run.ended(4);
        assertEquals(
                LOST + JUMP_REFUSES.replace("{address}", far.ip()).replace("{port}", "1"),
                run.fatal("shut"));
        assertEquals(
                LOST + "ssh: connect to host 127.0.0.1 port 1: Connection refused",
                run.fatal("lost"));
        assertEquals("ok=1 changed=1 unreachable=0 failed=0", run.recap("far"));
        assertEquals("ok=1 changed=1 unreachable=0 failed=0", run.recap("good"));
        assertTrue(Manual.troubles().contains("`" + JUMP_REFUSES + "`"));
    }

    private String config() {
        return """
        Host jump
          HostName 127.0.0.1
          Port %d
          HostKeyAlias %s
        Host nobody
          HostName 127.0.0.1
          Port 1
        Host *
          User root
          IdentityFile %s
          IdentitiesOnly yes
          UserKnownHostsFile %s
        """
                .formatted(relay.port(), jump.ip(), lab.key(), lab.knownHosts());
    }

    private String hosts(Path config) {
        return """
        good ansible_host=%s
        [behind]
        far ansible_host=%s
        [behind:vars]
        ansible_ssh_extra_args='-J jump'
        [all:vars]
        ansible_ssh_common_args='-F %s -o ServerAliveInterval=1 -o ServerAliveCountMax=2'
        """
                .formatted(good.ip(), far.ip(), config);
    }
}
