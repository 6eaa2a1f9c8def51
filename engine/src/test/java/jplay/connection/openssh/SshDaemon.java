package jplay.connection.openssh;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** An sshd of our own for the account that runs the tests, with a key for it. */
final class SshDaemon implements AutoCloseable {
    private static final List<String> FOLDERS = List.of("/usr/sbin", "/usr/bin", "/usr/local/sbin");

    final int port;
    final Path key;
    private final Path folder;
    private final Process process;

    SshDaemon(Path folder, String... more) throws Exception {
        this.folder = folder;
        var daemon = program("sshd");
        program("ssh");
        port = freePort();
        key = folder.resolve("key");
        run("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", key.toString());
        run("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", folder.resolve("host").toString());
        Files.copy(folder.resolve("key.pub"), folder.resolve("authorized"));
        Files.createDirectories(Path.of("/run/sshd"));
        var config =
                """
                Port %d
                ListenAddress 127.0.0.1
                HostKey %2$s/host
                AuthorizedKeysFile %2$s/authorized
                PidFile none
                StrictModes no
                UsePAM no
                PrintMotd no
                %3$s
                """
                        .formatted(port, folder, String.join("\n", more));
        Files.writeString(folder.resolve("config"), config);
        process =
                new ProcessBuilder(daemon, "-D", "-f", folder.resolve("config").toString())
                        .redirectError(folder.resolve("log").toFile())
                        .start();
        awaitPort();
    }

    /** The variables that reach it. */
    Map<String, Object> variables() {
        return Map.of(
                "ansible_host",
                "127.0.0.1",
                "ansible_port",
                port,
                "ansible_ssh_private_key_file",
                key.toString(),
                "ansible_ssh_common_args",
                "-F none -o UserKnownHostsFile=/dev/null -o StrictHostKeyChecking=no",
                "ansible_ssh_args",
                "-o ControlMaster=auto -o ControlPersist=5s -o ControlPath=" + folder + "/s-%C");
    }

    private static String program(String name) {
        var found =
                FOLDERS.stream()
                        .map(each -> Path.of(each, name))
                        .filter(Files::isExecutable)
                        .findFirst();
        Assumptions.assumeTrue(found.isPresent(), "no " + name + " on this machine");
        return found.orElseThrow().toString();
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static void run(String... words) throws Exception {
        new ProcessBuilder(words).inheritIO().start().waitFor();
    }

    private void awaitPort() throws Exception {
        for (var tries = 0; tries < 200; tries++) {
            try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
                Assumptions.assumeTrue(socket.isConnected());
                return;
            } catch (IOException _) {
                Thread.sleep(20);
            }
        }
        Assumptions.abort("sshd does not start: " + Files.readString(folder.resolve("log")));
    }

    @Override
    public void close() {
        Stream.concat(process.descendants(), Stream.of(process.toHandle()))
                .forEach(ProcessHandle::destroy);
    }
}
