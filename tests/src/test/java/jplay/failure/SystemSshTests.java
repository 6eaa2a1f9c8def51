package jplay.failure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jplay.lab.Image;
import jplay.lab.Lab;
import jplay.lab.LabHost;
import jplay.lab.LabTest;
import jplay.lab.Relay;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same with the system's ssh: {@code ansible_connection=openssh}. */
@LabTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SystemSshTests {
    private static final String LOST =
            "UNREACHABLE: Task failed: Failed to connect to the host via ssh: ";

    private static final String PREPARED =
            """
            for user in ann ben cat; do
                useradd -m $user
                echo $user:secret | chpasswd
            done
            usermod -s /usr/sbin/nologin cat
            cp -r /root/.ssh /home/cat/
            chown -R cat: /home/cat
            echo 'ann ALL=(ALL) ALL' >/etc/sudoers.d/ann
            mkdir -p /run/sshd
            /usr/sbin/sshd -p 2201 -o MaxSessions=1 -o PidFile=none
            """;

    /** A host, its variables, and who a command runs as. */
    private static final String WORKING =
            """
            key | ansible_user=root | root
            password | ansible_user=ann ansible_password=secret | ann
            asked | ansible_user=ann | ann
            sudo | ansible_user=ann ansible_password=secret ansible_become=true ansible_become_password=secret | root
            su | ansible_user=ann ansible_password=secret ansible_become=true ansible_become_method=su ansible_become_user=ben ansible_become_password=secret | ben
            runuser | ansible_user=root ansible_become=true ansible_become_method=runuser ansible_become_user=ben | ben
            single | ansible_user=root ansible_port=2201 ansible_become=true ansible_become_user=ben | ben
            """;

    /** A host, its variables, and why nothing is done there. */
    private static final String FAILING =
            """
            refused | ansible_port=1 ansible_ssh_retries=1 | ssh: connect to host {address} port 1: Connection refused
            guessed | ansible_user=ann ansible_password=guess ansible_ssh_extra_args='-o ControlPath=none' | Invalid/incorrect password: ann@{address}: Permission denied (publickey,password).
            stranger | ansible_user=ann ansible_password=secret ansible_ssh_common_args='-F none -o UserKnownHostsFile=/dev/null -o ControlPath=none' | Host key verification failed.
            """;

    private static final String EVERYBODY =
            """
            - hosts: all:!relayed
              gather_facts: false
              tasks:
                - shell: id -un; cat
                  args: {stdin: "{{ inventory_hostname }}"}
                  register: who
                - debug: {msg: "I am {{ who.stdout_lines | join(' on ') }}."}
                - copy: {src: large, dest: "~/large-{{ inventory_hostname }}"}
            """;

    private final Lab lab = Lab.open();
    private final LabHost host = lab.host("far", Image.DEBIAN12);
    private final Relay relay = Relay.to(host.ip(), 22);
    private final Controller controller = Controller.in(lab.folder());

    private static Stream<List<String>> rows(String table) {
        return table.lines().map(line -> List.of(line.split(" \\| ", 3)));
    }

    @BeforeAll
    void write() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/ssh")), "there is no ssh on this machine");
        var _ = host.sh(PREPARED);
        controller.file(
                "ansible.cfg",
                "[ssh_connection]\ncontrol_path_dir = %s\n[defaults]\nretry_files_enabled = true\n"
                        .formatted(lab.folder().resolve("cp")));
        controller.file("password", "secret\n");
        Files.write(lab.folder().resolve("large"), new byte[3_000_000]);
        var hosts =
                Stream.concat(rows(WORKING), rows(FAILING))
                        .map(row -> row.get(0) + " " + row.get(1) + "\n")
                        .collect(Collectors.joining());
        controller.file(
                "hosts",
                """
                %1$s
                nologin ansible_user=cat
                relayed ansible_user=root ansible_host=127.0.0.1 ansible_port=%2$d
                [all:vars]
                ansible_connection=openssh
                ansible_host=%3$s
                ansible_ssh_private_key_file=%4$s
                ansible_ssh_common_args='-F none -o IdentitiesOnly=yes -o HostKeyAlias=%3$s -o UserKnownHostsFile=%5$s'
                """
                        .formatted(hosts, relay.port(), host.ip(), lab.key(), lab.knownHosts()));
    }

    @BeforeEach
    void clean() {
        var _ = host.sh("rm -f /root/ran");
    }

    @AfterAll
    void close() {
        relay.close();
        lab.close();
    }

    private static String play(String hosts, String task) {
        return """
        - hosts: %s
          gather_facts: false
          tasks:
            - command: "true"
            - %s
        """
                .formatted(hosts, task);
    }

    /** Passwords, every way of becoming somebody else, and a large file beside. */
    @Test
    void everybodyIsWhoTheyShallBe() throws Exception {
        var run = controller.run(EVERYBODY, "--connection-password-file", "password").ended(4);
        for (var row : rows(WORKING).toList()) {
            var said = "\"msg\": \"I am %s on %s.\"".formatted(row.get(2), row.get(0));
            assertTrue(run.output().contains(said), said + "\n" + run.output());
            assertEquals("ok=3 changed=2 unreachable=0 failed=0", run.recap(row.get(0)));
        }
        for (var row : rows(FAILING).toList()) {
            var fatal = run.fatal(row.get(0));
            assertTrue(fatal.startsWith(LOST), fatal);
            assertEquals(
                    row.get(2).replace("{address}", host.ip()),
                    fatal.substring(LOST.length()).lines().toList().getLast());
        }
        assertEquals(
                "UNREACHABLE: Task failed: the login on nologin does not start a shell:"
                        + " This account is currently not available.",
                run.fatal("nologin"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"auto", "no"})
    void saysThatAConnectionIsLost(String shared) throws Exception {
        var running =
                controller.start(
                        play(
                                "relayed:key",
                                "shell: echo x >>~/ran-{{ inventory_hostname }}; sleep 5"),
                        "--ssh-extra-args",
                        "-o ControlMaster=" + shared);
        var ran = "cat /root/ran-*";
        running.await("task", () -> host.exec("sh", "-c", ran).output().equals("x\nx\n"));
        relay.cut();
        var run = running.end().ended(4);
        assertEquals(LOST + "Shared connection to 127.0.0.1 closed.", run.fatal("relayed"));
        assertEquals("ok=2 changed=2 unreachable=0 failed=0", run.recap("key"));
        assertEquals("x\nx", host.sh(ran + "; rm -f /root/ran-*"));
        controller.run(play("all", "command: id -un"), "--limit", "@site.retry").ended(0);
    }

    /** What runs there is told to stop over the connection, which is there for the next run. */
    @Test
    void theSharedConnectionOutlivesCtrlC() throws Exception {
        var running =
                controller
                        .withTerminal()
                        .start(
                                play(
                                        "relayed",
                                        "shell: touch ~/ran; sleep 77 | cat; touch ~/never"));
        running.await("task", () -> host.exec("test", "-e", "/root/ran").status() == 0);
        var logins = relay.accepted();
        running.interrupt();
        var run = running.end().ended(99);
        assertEquals("ok=1 changed=1 unreachable=0 failed=0", run.recap("relayed"));
        assertEquals(
                "",
                host.sh("pgrep -f '[s]leep 77' || find /root/never /tmp/.jplay* 2>/dev/null || :"));
        var next = controller.run(play("relayed", "command: id -un"));
        assertEquals("ok=2 changed=2 unreachable=0 failed=0", next.ended(0).recap("relayed"));
        assertEquals(logins, relay.accepted());
    }
}
