package jplay.failure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
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

    /**
     * A host, what is said about it, and why it is not reached. The page of the manual says the
     * same.
     */
    private static final String ROWS =
            """
            refused | ansible_port=1 | ssh: connect to host {address} port {port}: Connection refused
            dropped | ansible_port=2222 ansible_ssh_timeout=2 | ssh: connect to host {address} port {port}: Connection timed out
            mute | ansible_host=127.0.0.1 ansible_port={relay} ansible_ssh_timeout=2 | Connection to {address} port {port} timed out during banner exchange
            absent | ansible_host={nobody} ansible_port=22 ansible_ssh_timeout=20 | ssh: connect to host {address} port {port}: No route to host
            nameless | ansible_host=nowhere.invalid | ssh: Could not resolve hostname {address}: Name or service not known
            stranger | ansible_ssh_common_args='-F none -o UserKnownHostsFile={file}' | the ED25519 host key of {address} ({key}) is not known; add it to {file} (ssh-keyscan) or set ansible_host_key_checking to false. Host key verification failed.
            changed | ansible_ssh_common_args='-F none -o UserKnownHostsFile={file}' | the host key of {address} changed: it shows the ED25519 key {key} but {file}:2 has {other}; if the host was really set up anew, remove that line (ssh-keygen -R '{address}'). Host key verification failed.
            revoked | ansible_ssh_common_args='-F none -o UserKnownHostsFile={file}' | the ED25519 host key of {address} is marked as revoked at {file}:1; the host must be given a new key. Host key verification failed.
            denied | ansible_user=ann | ann@{address}: Permission denied (publickey,password). Tried publickey ({identity}).
            keyless | ansible_user=ann ansible_ssh_private_key_file={file} | ann@{address}: Permission denied (publickey,password). There was no key and no password to try; key {file} does not exist.
            guessed | ansible_user=ann ansible_password=guess | Invalid/incorrect password: ann@{address}: Permission denied (publickey,password). Tried publickey ({identity}), password.
            shut | ansible_user=ben | the login of ben on {name} does not start a shell: This account is currently not available.
            expired | ansible_user=cat | the login of cat on {name} does not start a shell: WARNING: Your password has expired.
            """;

    private static final String PREPARED =
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
            """;

    private final Lab lab = Lab.open();
    private final LabHost host = lab.host("target", Image.DEBIAN12);
    private final Relay relay = Relay.to(host.ip(), 22);
    private final Controller controller = Controller.in(lab.folder());
    private final Map<String, String> prints = new HashMap<>();
    private Run run = new Run(-1, "");

    /** A line of {@link #ROWS}. */
    record Row(String name, String variables, String message) {
        static Row of(String line) {
            var parts = line.split(" \\| ", 3);
            return new Row(parts[0], parts[1], parts[2]);
        }

        /** A variable's value, as it is written. */
        Optional<String> said(String variable) {
            var match = Pattern.compile(variable + "=(\\S+)").matcher(variables);
            return match.find() ? Optional.of(match.group(1)) : Optional.empty();
        }

        @Override
        public String toString() {
            return name;
        }
    }

    private static List<Row> rows() {
        return ROWS.lines().map(Row::of).toList();
    }

    @BeforeAll
    void connectToAll() throws Exception {
        var _ = host.sh(PREPARED);
        relay.blackhole(true);
        var known = Files.readString(lab.knownHosts());
        // any other key
        var other = host.sh("cut -d' ' -f1,2 /root/.ssh/authorized_keys");
        controller.file("changed", "# hosts\n%s %s\n".formatted(host.ip(), other));
        controller.file("revoked", "@revoked " + known);
        var hosts =
                Stream.concat(rows().stream(), Stream.of(new Row("good", "", "")))
                        .map(row ->
                                filled(
                                        row,
                                        "%s ansible_host={host} %s\n"
                                                .formatted(row.name(), row.variables())))
                        .collect(Collectors.joining());
        controller.file(
                "hosts",
                hosts
                        + """
                        [all:vars]
                        ansible_user=root
                        ansible_ssh_private_key_file=%s
                        ansible_ssh_common_args='-F none -o IdentitiesOnly=yes -o UserKnownHostsFile=%s'
                        """
                                .formatted(lab.key(), lab.knownHosts()));
        run = controller.run(PLAYBOOK, "--forks", "30");
    }

    @AfterAll
    void close() {
        relay.close();
        lab.close();
    }

    private String filled(Row row, String text) {
        return text.replace("{address}", row.said("ansible_host").orElse("{host}"))
                .replace("{port}", row.said("ansible_port").orElse("22"))
                .replace("{host}", host.ip())
                .replace("{name}", row.name())
                .replace("{nobody}", host.ip().replaceFirst("[0-9]+$", "250"))
                .replace("{relay}", String.valueOf(relay.port()))
                .replace("{file}", lab.folder().resolve(row.name()).toString())
                .replace("{identity}", lab.key().toString())
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
        var message = "UNREACHABLE: Task failed: Failed to connect to the host via ssh: ";
        assertEquals(
                filled(row, message + row.message()),
                run.fatal(row.name()).lines().findFirst().orElse(""));
        assertEquals("ok=0 changed=0 unreachable=1 failed=0", run.recap(row.name()));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void theManualSaysSo(Row row) throws Exception {
        assertTrue(Manual.troubles().contains("`" + row.message() + "`"), row.message());
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
