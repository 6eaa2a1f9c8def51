package jplay.failure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jplay.lab.Image;
import jplay.lab.Lab;
import jplay.lab.LabHost;
import jplay.lab.LabTest;
import jplay.lab.Relay;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Hosts that cannot be reached, all in one play with one that can. */
@LabTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConnectTests {
    private static final String PLAYBOOK =
            """
            - hosts: all
              gather_facts: false
              tasks:
                - command: echo one
                - command: echo two
            """;

    private final Lab lab = Lab.open();
    private final LabHost host = lab.host("target", Image.DEBIAN12);
    private final Relay relay = Relay.to(host.ip(), 22);
    private final Controller controller = Controller.in(lab.folder());
    private final Map<String, String> prints = new HashMap<>();
    private Run run = new Run(-1, "");

    /** A host and why it is not reached; words in braces are told by {@link #filled}. */
    private record Row(String name, String variables, String message) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static List<Row> rows() {
        return List.of(
                new Row(
                        "refused",
                        "ansible_port=1",
                        "ssh: connect to host {ip} port 1: Connection refused"),
                new Row(
                        "dropped",
                        "ansible_port=2222 ansible_ssh_timeout=2",
                        "ssh: connect to host {ip} port 2222: Connection timed out"),
                new Row(
                        "mute",
                        "ansible_host=127.0.0.1 ansible_port={relay} ansible_ssh_timeout=2",
                        "Connection to 127.0.0.1 port {relay} timed out during banner exchange"),
                new Row(
                        "absent",
                        "ansible_host={nobody} ansible_ssh_timeout=20",
                        "ssh: connect to host {nobody} port 22: No route to host"),
                new Row(
                        "nameless",
                        "ansible_host=nowhere.invalid",
                        "ssh: Could not resolve hostname nowhere.invalid: Name or service not known"),
                new Row(
                        "stranger",
                        "ansible_ssh_common_args='-F none -o UserKnownHostsFile={folder}/nobody'",
                        "the ED25519 host key of {ip} ({key}) is not known; add it to {folder}/nobody"
                                + " (ssh-keyscan) or set ansible_host_key_checking to false. Host key"
                                + " verification failed."),
                new Row(
                        "changed",
                        "ansible_ssh_common_args='-F none -o UserKnownHostsFile={folder}/changed'",
                        "the host key of {ip} changed: it shows the ED25519 key {key} but"
                                + " {folder}/changed:2 has {other}; if the host was really set up anew,"
                                + " remove that line (ssh-keygen -R '{ip}'). Host key verification"
                                + " failed."),
                new Row(
                        "revoked",
                        "ansible_ssh_common_args='-F none -o UserKnownHostsFile={folder}/revoked'",
                        "the ED25519 host key of {ip} is marked as revoked at {folder}/revoked:1;"
                                + " the host must be given a new key. Host key verification failed."),
                new Row(
                        "denied",
                        "ansible_user=ann",
                        "ann@{ip}: Permission denied (publickey,password). Tried publickey"
                                + " ({folder}/id_ed25519)."),
                new Row(
                        "keyless",
                        "ansible_user=ann ansible_ssh_private_key_file={folder}/gone",
                        "ann@{ip}: Permission denied (publickey,password). There was no key and no"
                                + " password to try; key {folder}/gone does not exist."),
                new Row(
                        "guessed",
                        "ansible_user=ann ansible_password=guess",
                        "Invalid/incorrect password: ann@{ip}: Permission denied"
                                + " (publickey,password). Tried publickey ({folder}/id_ed25519),"
                                + " password."),
                new Row(
                        "shut",
                        "ansible_user=ben",
                        "the login of ben on shut does not start a shell: This account is currently"
                                + " not available."),
                new Row(
                        "expired",
                        "ansible_user=cat",
                        "the login of cat on expired does not start a shell: WARNING: Your password"
                                + " has expired.\nPassword change required but no TTY available."));
    }

    @BeforeAll
    void connectToAll() throws Exception {
        var _ =
                host.sh(
                        """
                        iptables -A INPUT -p tcp --dport 2222 -j DROP
                        useradd -m ann
                        useradd -m -s /usr/sbin/nologin ben
                        useradd -m cat
                        echo ann:secret | chpasswd
                        echo cat:secret | chpasswd
                        chage -d 0 cat
                        for user in ben cat; do
                            cp -r /root/.ssh /home/$user/
                            chown -R $user: /home/$user
                        done
                        """);
        relay.blackhole(true);
        var known = Files.readString(lab.knownHosts());
        // any other key
        var other = host.sh("cut -d' ' -f1,2 /root/.ssh/authorized_keys");
        controller.file("changed", "# hosts\n%s %s\n".formatted(host.ip(), other));
        controller.file("revoked", "@revoked " + known);
        var hosts =
                Stream.concat(rows().stream(), Stream.of(new Row("good", "", "")))
                        .map(row ->
                                row.name() + " ansible_host=" + host.ip() + " " + row.variables())
                        .collect(Collectors.joining("\n"));
        controller.file(
                "hosts",
                filled(
                        hosts
                                + """

                                [all:vars]
                                ansible_user=root
                                ansible_ssh_private_key_file={folder}/id_ed25519
                                ansible_ssh_common_args='-F none -o IdentitiesOnly=yes -o UserKnownHostsFile={folder}/known_hosts'
                                """));
        run = controller.run(PLAYBOOK, "--forks", "30");
    }

    @AfterAll
    void close() {
        relay.close();
        lab.close();
    }

    private String filled(String text) {
        return text.replace("{ip}", host.ip())
                .replace("{nobody}", host.ip().replaceFirst("[0-9]+$", "250"))
                .replace("{relay}", String.valueOf(relay.port()))
                .replace("{folder}", lab.folder().toString())
                .replace("{key}", fingerprint("/etc/ssh/ssh_host_ed25519_key.pub"))
                .replace("{other}", fingerprint("/root/.ssh/authorized_keys"));
    }

    private String fingerprint(String file) {
        return prints.computeIfAbsent(
                file, _ -> host.sh("ssh-keygen -lf %s | cut -d' ' -f2".formatted(file)));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void saysWhyAHostIsNotReached(Row row) {
        assertEquals(
                filled(
                        "UNREACHABLE: Task failed: Failed to connect to the host via ssh: "
                                + row.message()),
                run.fatal(row.name()));
        assertEquals("ok=0 changed=0 unreachable=1 failed=0", run.recap(row.name()));
    }

    @Test
    void othersGoOn() throws Exception {
        run.ended(4);
        assertEquals("ok=2 changed=2 unreachable=0 failed=0", run.recap("good"));
        var retry = Files.readString(lab.folder().resolve("site.retry"));
        assertEquals(rows().stream().map(Row::name).sorted().toList(), retry.lines().toList());
        assertTrue(run.output().contains("\tto retry, use: --limit @"), run.output());
    }
}
