package jplay.failure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
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

/** Connections that are lost before, during and after a task, to one of two hosts. */
@LabTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LostConnectionTests {
    private static final String LOST =
            "UNREACHABLE: Task failed: Failed to connect to the host via ssh: ";
    private static final String RAN = "ok=2 changed=2 unreachable=0 failed=0";

    private static final String JOB =
            """
            - hosts: far
              gather_facts: false
              tasks:
                - shell: echo x >>~/ran; while [ ! -e ~/go ]; do sleep 0.1; done; echo done
                  async: 120
                  poll: 0
                  register: job
                - copy: {content: "{{ job.ansible_job_id }}", dest: "{{ playbook_dir }}/job"}
                  delegate_to: localhost
                  vars: {ansible_connection: local}
                - shell: touch ~/busy; sleep 60
            """;

    private static final String LATER =
            """
            - hosts: far
              gather_facts: false
              tasks:
                - async_status: {jid: "{{ lookup('file', playbook_dir ~ '/job') }}"}
                  register: job
                  until: job is finished
                  retries: 100
                  delay: 0.2
                - assert: {that: [job.rc == 0, job.stdout == 'done']}
            """;

    private final Lab lab = Lab.open();
    private final LabHost far = lab.host("far", Image.DEBIAN12);
    private final LabHost good = lab.host("good", Image.BUSYBOX);
    private final Relay relay = Relay.to(far.ip(), 22);
    private final Controller controller = Controller.in(lab.folder());

    @BeforeAll
    void write() throws Exception {
        controller.file(
                "hosts",
                """
                far ansible_host=127.0.0.1 ansible_port=%d
                good ansible_host=%s
                [all:vars]
                ansible_user=root
                ansible_ssh_private_key_file=%s
                ansible_ssh_common_args='-F none -o IdentitiesOnly=yes -o UserKnownHostsFile=%s'
                """
                        .formatted(relay.port(), good.ip(), lab.key(), lab.knownHosts()));
        Files.writeString(
                lab.folder().resolve("known_hosts"),
                Files.readString(lab.knownHosts())
                        .replace(far.ip() + " ", "[127.0.0.1]:" + relay.port() + " "));
        Files.write(lab.folder().resolve("large"), new byte[30_000_000]);
    }

    @BeforeEach
    void clean() {
        for (var host : new LabHost[] {far, good}) {
            var _ = host.sh("rm -rf /root/ran /root/go /root/large /root/started /root/busy");
        }
    }

    @AfterEach
    void heal() {
        relay.blackhole(false);
    }

    @AfterAll
    void close() {
        relay.close();
        lab.close();
    }

    private static boolean has(LabHost host, String file) {
        return host.exec("test", "-e", file).status() == 0;
    }

    private static String ran(LabHost host) {
        return host.sh("cat /root/ran");
    }

    private void othersWentOnAndFarCanBeRetried(Run run) throws Exception {
        run.ended(4);
        assertEquals("ok=1 changed=1 unreachable=1 failed=0", run.recap("far"));
        assertEquals(RAN, run.recap("good"));
        assertEquals("x", ran(far));
        assertEquals("x", ran(good));
        relay.blackhole(false);
        var again =
                controller.run(Controller.play("shell: echo y >>~/ran"), "--limit", "@site.retry");
        assertEquals(RAN, again.ended(0).recap("far"));
        assertEquals("x\ny", ran(far));
        assertEquals("x", ran(good));
    }

    /** Nothing was under way, so a new connection is as good as the old one. */
    @Test
    void beforeATask() throws Exception {
        var running =
                controller.start(
                        """
                        - hosts: all
                          gather_facts: false
                          tasks:
                            - shell: touch started
                            - wait_for: {path: "{{ playbook_dir }}/go", sleep: 1}
                              delegate_to: localhost
                              vars: {ansible_connection: local}
                            - shell: echo x >>~/ran
                        """);
        running.await("first task", () -> has(far, "/root/started") && has(good, "/root/started"));
        relay.cut();
        TimeUnit.MILLISECONDS.sleep(200);
        controller.file("go", "");
        var run = running.end().ended(0);
        Files.delete(lab.folder().resolve("go"));
        assertEquals("ok=3 changed=2 unreachable=0 failed=0", run.recap("far"));
        assertEquals("x", ran(far));
        assertEquals("x", ran(good));
    }

    @Test
    void duringATask() throws Exception {
        var running = controller.start(Controller.play("shell: echo x >>~/ran; sleep 10"));
        running.await("task", () -> has(far, "/root/ran") && has(good, "/root/ran"));
        relay.cut();
        var run = running.end();
        assertEquals(LOST + "Shared connection to 127.0.0.1 closed.", run.fatal("far"));
        othersWentOnAndFarCanBeRetried(run);
    }

    /** The server's side of the connection is killed. */
    @Test
    void byTheServer() throws Exception {
        var running = controller.start(Controller.play("shell: echo x >>~/ran; sleep 10"));
        running.await("task", () -> has(far, "/root/ran") && has(good, "/root/ran"));
        var _ = far.sh("pkill -KILL -f '[s]shd: root'");
        var run = running.end();
        assertEquals(LOST + "Shared connection to 127.0.0.1 closed.", run.fatal("far"));
        othersWentOnAndFarCanBeRetried(run);
    }

    /** It is done and the answer does not arrive. */
    @Test
    void afterATask() throws Exception {
        var running =
                controller.start(
                        Controller.play(
                                "shell: touch started; while [ ! -e go ]; do sleep 0.1; done; echo x >>~/ran"));
        running.await("task", () -> has(far, "/root/started") && has(good, "/root/started"));
        relay.blackhole(true);
        for (var host : new LabHost[] {far, good}) {
            var _ = host.sh("touch /root/go");
        }
        running.await("end of the task", () -> has(far, "/root/ran") && has(good, "/root/ran"));
        relay.cut();
        var run = running.end();
        assertEquals(LOST + "Shared connection to 127.0.0.1 closed.", run.fatal("far"));
        othersWentOnAndFarCanBeRetried(run);
    }

    /** Nothing is closed and nothing comes any more, as when a network is parted. */
    @Test
    void byAPartition() throws Exception {
        var running =
                controller.start(
                        Controller.play("shell: echo x >>~/ran; sleep 10"),
                        "--ssh-extra-args",
                        "-o ServerAliveInterval=1 -o ServerAliveCountMax=2");
        running.await("task", () -> has(far, "/root/ran") && has(good, "/root/ran"));
        relay.blackhole(true);
        var run = running.end();
        assertEquals(LOST + "Timeout, server far not responding.", run.fatal("far"));
        othersWentOnAndFarCanBeRetried(run);
    }

    /** A task's own limit holds also when the host cannot be told to stop. */
    @Test
    void byAPartitionDuringATaskWithALimit() throws Exception {
        var running =
                controller.start(Controller.play("shell: echo x >>~/ran; sleep 3\ntimeout: 8"));
        running.await("task", () -> has(far, "/root/ran") && has(good, "/root/ran"));
        relay.blackhole(true);
        var run = running.end().ended(2);
        assertEquals("FAILED: Task failed: Timed out after 8 second(s).", run.fatal("far"));
        assertEquals(RAN, run.recap("good"));
        assertEquals("x", ran(far));
    }

    enum Fate {
        CUT,
        SWALLOWED
    }

    @ParameterizedTest
    @EnumSource
    void whileAFileTravels(Fate fate) throws Exception {
        relay.delay(Duration.ofMillis(100));
        var running =
                controller.start(
                        Controller.play("copy: {src: large, dest: ~/large}"),
                        "--ssh-extra-args",
                        "-o ServerAliveInterval=1 -o ServerAliveCountMax=2");
        running.await(
                "file", () -> !far.sh("find /tmp -name '.jplay-*-upload-*' -size +50k").isEmpty());
        if (fate == Fate.CUT) {
            relay.cut();
        } else {
            relay.blackhole(true);
        }
        relay.delay(Duration.ZERO);
        var run = running.end().ended(4);
        assertTrue(run.fatal("far").startsWith(LOST), run.output());
        assertEquals(RAN, run.recap("good"));
        assertFalse(has(far, "/root/large"));
        assertEquals("30000000", good.sh("wc -c </root/large"));
        relay.cut();
        awaitNothingLeft();
    }

    private void awaitNothingLeft() throws InterruptedException {
        var search = "find /tmp /root /var/tmp -name '.jplay*'";
        for (var tries = 0; !far.sh(search).isEmpty() && tries < 200; tries++) {
            TimeUnit.MILLISECONDS.sleep(50);
        }
        assertEquals("", far.sh(search));
    }

    /** A job needs no connection; whoever comes later finds it. */
    @Test
    void whileAJobRuns() throws Exception {
        var running = controller.start(JOB);
        running.await("job", () -> has(far, "/root/busy"));
        relay.cut();
        assertEquals("ok=2", running.end().ended(4).recap("far").substring(0, 4));
        var _ = far.sh("touch /root/go");
        var later = controller.run(LATER);
        assertEquals("ok=2", later.ended(0).recap("far").substring(0, 4));
        assertEquals("x", ran(far));
    }
}
