package jplay.ssh;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jplay.etcd.JplayProgram;
import jplay.testkit.SshServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A playbook does the same over ssh as locally, and says so in the same words. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SshRunTests {
    private static final String WORK =
            """
            - hosts: all
              gather_facts: false
              tasks:
                - file: {path: "{{ folder }}", state: directory, mode: "0755"}
                - copy:
                    content: "ünïcode 'quotes' {{ item }}\\n"
                    dest: "{{ folder }}/{{ item }}"
                    mode: "0644"
                  loop: [a, b, c]
                - copy: {src: large, dest: "{{ folder }}/large"}
                - lineinfile: {path: "{{ folder }}/a", line: more}
                - command: {cmd: "printf '%s|' one 'two three'", chdir: "{{ folder }}"}
                  register: printed
                  environment: {COLOUR: blue}
                - debug: {var: printed.stdout}
                - shell: "echo $COLOUR; echo careful >&2; exit 3"
                  environment: {COLOUR: blue}
                  register: failing
                  ignore_errors: true
                - debug: {msg: "{{ failing.rc }} {{ failing.stdout }} {{ failing.stderr }}"}
                - stat: {path: "{{ folder }}/large"}
                  register: large
                - debug: {msg: "{{ large.stat.size }} {{ large.stat.checksum }}"}
                - slurp: {src: "{{ folder }}/a"}
                  register: text
                - debug: {msg: "{{ text.content | b64decode }}"}
            """;

    private static final String REBOOT =
            """
            - hosts: all
              gather_facts: false
              vars:
                restart: "(sleep 1; echo 2 >{{ boot }}) >/dev/null 2>&1 & kill -9 $(ps -o ppid= $PPID)"
              tasks:
                - reboot:
                    reboot_command: "sh -c '{{ restart }}'"
                    boot_time_command: cat {{ boot }}
                    test_command: grep -q 2 {{ boot }}
                    connect_timeout: 20
                  register: done
                - assert: {that: done.rebooted and done is changed}
                - wait_for_connection:
                - reboot:
                    reboot_command: "true"
                    boot_time_command: cat {{ boot }}
                    reboot_timeout: 1
                  register: never
                  ignore_errors: true
                - assert: {that: never.msg == 'Timed out waiting for last boot time check (timeout=1)'}
                - reboot: {reboot_command: "false"}
                  register: refused
                  ignore_errors: true
                - assert: {that: not refused.rebooted and refused.msg is search('Reboot command failed')}
            """;

    private Path folder = Path.of(".");
    private Optional<SshServer> started = Optional.empty();
    private final JplayProgram program = new JplayProgram();

    @BeforeAll
    void start(@TempDir Path temporary) throws Exception {
        folder = temporary;
        var server = SshServer.start(Files.createDirectory(folder.resolve("sshd")));
        started = Optional.of(server);
        Files.writeString(folder.resolve("work.yml"), WORK);
        Files.writeString(folder.resolve("known"), server.knownHost());
        var large = new byte[3_000_000];
        for (var i = 0; i < large.length; i++) {
            large[i] = (byte) (i * 7 + i / 5000);
        }
        Files.write(folder.resolve("large"), large);
    }

    @AfterAll
    void stop() {
        started.ifPresent(SshServer::close);
    }

    private SshServer server() {
        return started.orElseThrow();
    }

    private JplayProgram.Run overSsh(String playbook, String... more) throws Exception {
        var words =
                new ArrayList<>(
                        List.of(
                                playbook,
                                "-i",
                                "web1,",
                                "-e",
                                "ansible_host=127.0.0.1 ansible_port=" + server().port(),
                                "--private-key",
                                server().folder().resolve("user_key").toString(),
                                "--ssh-common-args",
                                "-F none -o UserKnownHostsFile=" + folder.resolve("known")));
        words.addAll(List.of(more));
        return program.run(words.toArray(String[]::new));
    }

    private String path(String name) {
        return folder.resolve(name).toString();
    }

    @Test
    void doesWhatItDoesLocally() throws Exception {
        var work = path("work.yml");
        for (var round = 0; round < 2; round++) {
            var ssh = overSsh(work, "-e", "folder=" + path("overssh"));
            var local =
                    program.run(
                            work, "-i", "web1,", "-c", "local", "-e", "folder=" + path("locally"));
            assertEquals(0, local.status(), local.output());
            assertEquals(
                    timeless(local.output()).replace("locally", "FOLDER"),
                    timeless(ssh.output()).replace("overssh", "FOLDER"));
        }
        assertEquals(-1, Files.mismatch(folder.resolve("large"), folder.resolve("overssh/large")));
    }

    private static String timeless(String output) {
        return output.replaceAll("\"(delta|start|end)\": \"[^\"]*\"", "\"$1\": TIME");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sudo", "su", "runuser"})
    void becomesAnotherUser(String method) throws Exception {
        assumeTrue(
                System.getProperty("user.name").equals("root"), "only root becomes others freely");
        assumeTrue(
                List.of("/usr/bin", "/usr/sbin", "/bin", "/sbin").stream()
                        .anyMatch(place -> Files.isExecutable(Path.of(place, method))),
                "there is no " + method);
        Files.writeString(
                folder.resolve("become.yml"),
                """
                - hosts: all
                  gather_facts: false
                  become: true
                  become_user: nobody
                  tasks:
                    - command: id -un
                      register: who
                    - assert: {that: who.stdout == 'nobody'}
                    - command: id -un
                      become: false
                      register: who
                    - assert: {that: who.stdout == 'root'}
                """);
        var flags = method.equals("su") ? "ansible_become_flags='-s /bin/sh'" : "x=1";
        var run = overSsh(path("become.yml"), "--become-method", method, "-e", flags);
        assertEquals(0, run.status(), run.output());
    }

    @Test
    void aHostThatIsLostIsToldAndOthersGoOn() throws Exception {
        Files.writeString(
                folder.resolve("lost.yml"),
                """
                - hosts: all
                  gather_facts: false
                  tasks:
                    - command: "true"
                    - command: echo still here
                """);
        var run =
                program.run(
                        path("lost.yml"),
                        "-i",
                        inventory().toString(),
                        "--ssh-common-args",
                        "-F none -o UserKnownHostsFile=" + folder.resolve("known"));
        assertEquals(4, run.status(), run.output());
        assertTrue(
                run.output()
                        .contains(
                                "fatal: [gone]: UNREACHABLE! => {\"changed\": false, \"msg\": \"Task failed:"
                                        + " Failed to connect to the host via ssh: ssh: connect to host"
                                        + " 127.0.0.1 port 1: Connection refused\", \"unreachable\": true}"),
                run.output());
        assertEquals(2, run.changed("web1"));
    }

    private Path inventory() throws IOException {
        return Files.writeString(
                folder.resolve("hosts"),
                """
                [all:vars]
                ansible_ssh_host=127.0.0.1
                ansible_ssh_private_key_file=%s
                [some]
                web1 ansible_ssh_port=%d
                gone ansible_port=1
                """
                        .formatted(server().folder().resolve("user_key"), server().port()));
    }

    /** The session is lost, and the host counts as restarted a little later. */
    @Test
    void restartsAHostAndWaitsForIt() throws Exception {
        Files.writeString(folder.resolve("boot"), "1");
        Files.writeString(folder.resolve("reboot.yml"), REBOOT);
        var run = overSsh(path("reboot.yml"), "-e", "boot=" + path("boot"));
        assertEquals(0, run.status(), run.output());
        assertEquals(1, run.changed("web1"));
    }

    @Test
    void takesThePasswordFromAFile() throws Exception {
        var file = folder.resolve("password");
        Files.createFile(
                file,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, "not it\n");
        var run =
                program.run(
                        path("work.yml"),
                        "-i",
                        "127.0.0.1,",
                        "-e",
                        "ansible_port=%d folder=/nowhere".formatted(server().port()),
                        "--connection-password-file",
                        file.toString(),
                        "--ssh-common-args",
                        "-F none -o IdentityFile=none -o IdentityAgent=none -o UserKnownHostsFile="
                                + folder.resolve("known"));
        assertEquals(4, run.status(), run.output());
        assertTrue(run.output().contains("Permission denied (publickey)."), run.output());
    }
}
