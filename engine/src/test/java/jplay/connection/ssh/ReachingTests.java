package jplay.connection.ssh;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import jplay.connection.UnreachableException;
import jplay.testkit.SshServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Getting to a server. */
class ReachingTests {
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
    void saysThatNobodyListens() throws Exception {
        try (var host = reached()) {
            host.server().close();
            assertEquals(
                    "ssh: connect to host 127.0.0.1 port %d: Connection refused"
                            .formatted(host.server().port()),
                    unreachable(host));
            host.with("ansible_host", "nowhere.invalid");
            assertEquals(
                    "ssh: Could not resolve hostname nowhere.invalid: Name or service not known",
                    unreachable(host));
        }
    }

    @Test
    void waitsForAServerThatIsSilentOnlySoLong() throws Exception {
        try (var host = reached();
                var silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            host.with("ansible_port", silent.getLocalPort()).with("ansible_ssh_timeout", 1);
            assertEquals(
                    "Connection to 127.0.0.1 port %d timed out during banner exchange"
                            .formatted(silent.getLocalPort()),
                    unreachable(host));
        }
    }

    /** Longer than a server that only hangs up: the timeout is over before it lets somebody in. */
    @Test
    void waitsForAServerThatSaysItIsTooBusy() throws Exception {
        try (var host = reached();
                var door = new ServerSocket(0, 9, InetAddress.getLoopbackAddress())) {
            var opens = System.nanoTime() + 1_500_000_000L;
            Thread.ofVirtual().start(() -> keep(door, opens, host.server().port()));
            host.with("ansible_ssh_timeout", 1)
                    .with("ansible_port", door.getLocalPort())
                    .with("ansible_ssh_common_args", "-o HostKeyAlias=busy");
            host.knownHosts("busy " + host.server().knownHost().split(" ", 2)[1]);
            assertEquals("in", host.says("echo in").strip());
        }
    }

    private static void keep(ServerSocket door, long opens, int port) {
        while (!door.isClosed()) {
            try {
                var guest = door.accept();
                if (System.nanoTime() < opens) {
                    guest.getOutputStream().write("Exceeded MaxStartups\r\n".getBytes(US_ASCII));
                    guest.close();
                } else {
                    var server = new Socket(InetAddress.getLoopbackAddress(), port);
                    Thread.ofVirtual().start(() -> pass(guest, server));
                    Thread.ofVirtual().start(() -> pass(server, guest));
                }
            } catch (IOException _) {
                // the test is over
            }
        }
    }

    private static void pass(Socket from, Socket to) {
        try (from;
                to) {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException _) {
            // one of them is gone
        }
    }

    @Test
    void jumpsOverHosts() throws Exception {
        try (var host = reached()) {
            var key = host.server().folder().resolve("user_key");
            host.config(
                    "Host one two\n HostName 127.0.0.1\n Port %d\n HostKeyAlias one\n IdentityFile %s\n"
                            .formatted(host.server().port(), key));
            host.knownHosts(
                    host.server().knownHost()
                            + "one "
                            + host.server().knownHost().split(" ", 2)[1]);
            host.with("ansible_ssh_common_args", "-J one,two");
            assertEquals("in", host.says("echo in").strip());
            assertEquals("in", host.says("echo in").strip());
            var logins =
                    host.server().log().lines().filter(line -> line.contains("Accepted ")).count();
            assertEquals(4, logins);
        }
    }

    @Test
    void saysThatAJumpHostCannotGoOn() throws Exception {
        try (var host = reached()) {
            var port = host.server().port();
            host.config(
                    "Host one\n HostName 127.0.0.1\n Port %d\n IdentityFile %s\n"
                            .formatted(port, host.server().folder().resolve("user_key")));
            host.with("ansible_ssh_common_args", "-J one").with("ansible_port", 1);
            var message = unreachable(host);
            assertTrue(
                    message.startsWith("the jump host cannot connect to 127.0.0.1 port 1: "),
                    message);
        }
    }

    @Test
    void runsAProxyCommand() throws Exception {
        try (var host = reached()) {
            var relay = "/bin/bash -c 'exec 3<>/dev/tcp/%h/%p; cat <&3 & cat >&3'";
            host.with("ansible_ssh_common_args", "-o ProxyCommand=\"" + relay + "\"");
            assertEquals("in", host.says("echo in").strip());
            host.with("ansible_ssh_extra_args", "")
                    .with(
                            "ansible_ssh_common_args",
                            "-o 'ProxyCommand=sh -c \"echo no way >&2; exit 1\"'");
            assertEquals("no way", unreachable(host));
        }
    }

    @Test
    void saysThatNothingIsInCommon() throws Exception {
        try (var host = reached("Ciphers aes256-ctr")) {
            host.with("ansible_ssh_args", "-c aes128-ctr");
            assertEquals(
                    "Unable to negotiate with 127.0.0.1 port %d: no matching Client2ServerCipherAlgorithms found. Their offer: aes256-ctr. Ours: aes128-ctr."
                            .formatted(host.server().port()),
                    unreachable(host));
        }
    }
}
