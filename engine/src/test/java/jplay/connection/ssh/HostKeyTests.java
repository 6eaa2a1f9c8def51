package jplay.connection.ssh;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import jplay.connection.UnreachableException;
import jplay.testkit.SshServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Knowing a server by its key. */
class HostKeyTests {
    private static final String FAILED = "Failed to connect to the host via ssh: ";

    @TempDir Path folder;

    private Reached reached(String... configuration) throws IOException, InterruptedException {
        var server = SshServer.start(Files.createDirectory(folder.resolve("sshd")), configuration);
        return new Reached(folder.resolve("home"), server);
    }

    private static String unreachable(Reached host) {
        var message =
                assertThrows(UnreachableException.class, () -> host.says("echo no")).getMessage();
        assertTrue(message.startsWith(FAILED), message);
        return message.substring(FAILED.length());
    }

    @Test
    void refusesAHostThatIsNotKnown() throws Exception {
        try (var host = reached()) {
            host.knownHosts("");
            var message = unreachable(host);
            assertTrue(message.startsWith("the ED25519 host key of [127.0.0.1]:"), message);
            assertTrue(message.contains("is not known; add it to " + host.home()), message);
            assertTrue(message.endsWith("Host key verification failed."), message);
            assertEquals("", host.knownHosts());
        }
    }

    @Test
    void asksAboutAHostThatIsNotKnown() throws Exception {
        try (var host = reached()) {
            host.knownHosts("");
            host.answering((prompt, echo) -> {
                assertTrue(echo);
                assertTrue(prompt.contains("ED25519 key fingerprint is SHA256:"), prompt);
                return Optional.of("yes");
            });
            assertEquals("in", host.says("echo in").strip());
            assertEquals(
                    host.server().knownHost().split(" ", -1)[1],
                    host.knownHosts().split(" ", -1)[1]);
        }
    }

    @Test
    void addsANewHostWhenToldTo() throws Exception {
        try (var host = reached()) {
            host.knownHosts("");
            host.config("StrictHostKeyChecking accept-new\nHashKnownHosts yes\n");
            assertEquals("in", host.says("echo in").strip());
            assertTrue(host.knownHosts().startsWith("|1|"));
            assertEquals("in", host.says("echo in").strip());
            assertEquals(1, host.knownHosts().lines().count());
        }
    }

    @Test
    void saysWhichLineAChangedKeyContradicts() throws Exception {
        try (var host = reached()) {
            SshServer.generate(folder.resolve("other"), "ed25519", "");
            var other = Files.readString(folder.resolve("other.pub"));
            host.knownHosts("# a comment\n[127.0.0.1]:" + host.server().port() + " " + other);
            var message = unreachable(host);
            assertTrue(message.contains("the host key of [127.0.0.1]:"), message);
            assertTrue(message.contains(" changed: it shows the ED25519 key SHA256:"), message);
            assertTrue(message.contains("known_hosts:2 has SHA256:"), message);
            host.with("ansible_host_key_checking", false);
            assertEquals("in", host.says("echo in").strip());
        }
    }

    @Test
    void refusesARevokedKey() throws Exception {
        try (var host = reached()) {
            host.knownHosts("@revoked * " + host.server().knownHost().split(" ", 2)[1]);
            host.with("ansible_host_key_checking", false);
            assertTrue(unreachable(host).contains("is marked as revoked at "));
        }
    }

    @Test
    void trustsAnAuthorityOfHosts() throws Exception {
        var keys = Files.createDirectory(folder.resolve("keys"));
        SshServer.generate(keys.resolve("ca"), "ed25519", "");
        SshServer.generate(keys.resolve("rsa"), "rsa", "");
        SshServer.command(
                "ssh-keygen",
                "-q",
                "-s",
                keys.resolve("ca").toString(),
                "-I",
                "web",
                "-h",
                "-n",
                "web1,127.0.0.1",
                keys.resolve("rsa.pub").toString());
        try (var host =
                reached(
                        "HostKey " + keys.resolve("rsa"),
                        "HostCertificate " + keys.resolve("rsa-cert.pub"))) {
            host.knownHosts("@cert-authority * " + Files.readString(keys.resolve("ca.pub")));
            assertEquals("in", host.says("echo in").strip());
            host.with("ansible_ssh_common_args", "-o HostKeyAlias=db1");
            assertTrue(unreachable(host).contains("db1"));
        }
    }

    @Test
    void knowsAHostByItsAlias() throws Exception {
        try (var host = reached()) {
            host.knownHosts("db1 " + host.server().knownHost().split(" ", 2)[1]);
            host.config("Host 127.0.0.1\n HostKeyAlias db1\n");
            assertEquals("in", host.says("echo in").strip());
        }
    }
}
