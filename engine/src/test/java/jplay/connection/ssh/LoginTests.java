package jplay.connection.ssh;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import jplay.connection.UnreachableException;
import jplay.testkit.SshServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Being let in. */
class LoginTests {
    private static final String FAILED = "Failed to connect to the host via ssh: ";
    private static final String ME = System.getProperty("user.name");

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
    void saysWhatWasTried() throws Exception {
        try (var host = reached()) {
            SshServer.generate(folder.resolve("other"), "rsa", "");
            host.with("ansible_private_key_file", folder.resolve("other").toString());
            assertEquals(
                    ME
                            + "@127.0.0.1: Permission denied (publickey). Tried publickey ("
                            + folder.resolve("other")
                            + ").",
                    unreachable(host));
            host.with("ansible_private_key_file", "/nowhere");
            assertEquals(
                    ME
                            + "@127.0.0.1: Permission denied (publickey). There was no key and no"
                            + " password to try; key /nowhere does not exist.",
                    unreachable(host));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            textBlock =
                    """
                    ed25519 | -      | -
                    ed25519 | secret | -
                    rsa     | -      | -
                    rsa     | secret | -
                    ecdsa   | -      | -
                    ecdsa   | secret | -
                    rsa     | -      | PEM
                    rsa     | secret | PEM
                    ecdsa   | -      | PEM
                    ecdsa   | secret | PEM
                    rsa     | -      | PKCS8
                    rsa     | secret | PKCS8
                    ecdsa   | -      | PKCS8
                    ecdsa   | secret | PKCS8
                    """)
    void readsEveryKindOfKey(
            String type,
            @org.jspecify.annotations.Nullable String passphrase,
            @org.jspecify.annotations.Nullable String format)
            throws Exception {
        var key = folder.resolve("key");
        var more = format == null ? new String[0] : new String[] {"-m", format};
        SshServer.generate(key, type, passphrase == null ? "" : passphrase, more);
        try (var host = reached()) {
            Files.copy(
                    folder.resolve("key.pub"),
                    host.server().folder().resolve("authorized_keys"),
                    java.nio.file.StandardCopyOption.REPLACE_EXISTING);
            Files.delete(folder.resolve("key.pub"));
            if (passphrase != null) {
                host.with("ansible_ssh_private_key_passphrase", passphrase);
            }
            host.with("ansible_private_key_file", key.toString());
            assertEquals("in", host.says("echo in").strip());
            host.without("ansible_private_key_file");
            host.with("ansible_ssh_private_key", Files.readString(key));
            assertEquals("in", host.says("echo in").strip());
        }
    }

    /** For the server's name, its keys, the login, room for what is written, and the answer. */
    @Test
    void waitsOnlyForWhatDependsOnTheServersWords() throws Exception {
        try (var host = reached();
                var line = new PatientLine(host.server().port())) {
            host.with("ansible_port", line.port());
            host.with("ansible_ssh_common_args", "-o StrictHostKeyChecking=no");
            assertEquals("hello", host.says("echo hello").strip());
            assertEquals(5, line.waits());
        }
    }

    @Test
    void triesOneKeyAfterTheOther() throws Exception {
        var other = folder.resolve("other");
        SshServer.generate(other, "ed25519", "");
        try (var host = reached()) {
            var known = host.server().folder().resolve("user_key");
            var both = "-o IdentitiesOnly=yes -i %s -i %s";
            host.without("ansible_private_key_file");
            host.with("ansible_ssh_common_args", both.formatted(other, known));
            assertEquals("in", host.says("echo in").strip());
            host.with("ansible_ssh_common_args", both.formatted(known, other));
            assertEquals("in", host.says("echo in").strip());
            host.with("ansible_ssh_common_args", "-o IdentitiesOnly=yes -i " + other);
            assertEquals(
                    ME
                            + "@127.0.0.1: Permission denied (publickey). Tried publickey (%s)."
                                    .formatted(other),
                    unreachable(host));
        }
    }

    @Test
    void doesNotUseAKeyThatOthersMayRead() throws Exception {
        try (var host = reached()) {
            var key = host.server().folder().resolve("user_key");
            Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-r--r--"));
            assertEquals(
                    "%s@127.0.0.1: Permission denied. Tried publickey (%s); %s: it is not used, as others may read it (mode 0644); chmod 600 %s."
                            .formatted(ME, key, key, key),
                    unreachable(host));
        }
    }

    @Test
    void asksForAPassphraseOnce() throws Exception {
        SshServer.generate(folder.resolve("key"), "ed25519", "secret");
        try (var host = reached()) {
            var asked = new java.util.concurrent.atomic.AtomicInteger();
            host.answering((prompt, _) -> {
                asked.incrementAndGet();
                assertTrue(prompt.contains(folder.resolve("key").toString()), prompt);
                return Optional.of("secret");
            });
            host.with("ansible_private_key_file", folder.resolve("key").toString());
            // not wanted there, so nobody is asked
            unreachable(host);
            assertEquals(0, asked.get());
            Files.copy(
                    folder.resolve("key.pub"),
                    host.server().folder().resolve("authorized_keys"),
                    java.nio.file.StandardCopyOption.REPLACE_EXISTING);
            host.says("true");
            host.says("true");
            assertEquals(1, asked.get());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ed25519", "rsa", "ecdsa"})
    void showsACertificateAboutAKey(String type) throws Exception {
        var keys = Files.createDirectory(folder.resolve("keys"));
        SshServer.generate(keys.resolve("ca"), "ed25519", "");
        SshServer.generate(keys.resolve("key"), type, "");
        SshServer.command(
                "ssh-keygen",
                "-q",
                "-s",
                keys.resolve("ca").toString(),
                "-I",
                "me",
                "-n",
                ME,
                keys.resolve("key.pub").toString());
        try (var host = reached("TrustedUserCAKeys " + keys.resolve("ca.pub"))) {
            host.with("ansible_private_key_file", keys.resolve("key").toString());
            assertEquals("in", host.says("echo in").strip());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ed25519", "rsa", "ecdsa"})
    void letsAnAgentSign(String type) throws Exception {
        SshServer.generate(folder.resolve("key"), type, "");
        var socket = folder.resolve("agent");
        var agent =
                new ProcessBuilder("ssh-agent", "-D", "-a", socket.toString())
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
        try (var host = reached()) {
            while (Files.notExists(socket)) {
                Thread.sleep(10);
            }
            var adding = new ProcessBuilder("ssh-add", "-q", folder.resolve("key").toString());
            adding.environment().put("SSH_AUTH_SOCK", socket.toString());
            assertEquals(0, adding.start().waitFor());
            Files.copy(
                    folder.resolve("key.pub"),
                    host.server().folder().resolve("authorized_keys"),
                    java.nio.file.StandardCopyOption.REPLACE_EXISTING);
            host.without("ansible_private_key_file");
            host.environment("SSH_AUTH_SOCK", socket.toString());
            assertEquals("in", host.says("echo in").strip());
        } finally {
            agent.destroy();
        }
    }
}
