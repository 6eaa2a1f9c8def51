package jplay.testkit;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * OpenSSH's server as an ordinary process on a port of its own, with keys and configuration in a
 * folder; whoever runs the tests may log in. Tests are skipped where the machine has no sshd.
 */
public final class SshServer implements AutoCloseable {
    private static final List<String> PLACES =
            List.of("/usr/sbin/sshd", "/usr/local/sbin/sshd", "/usr/bin/sshd");
    private static final int PATIENCE_MILLIS = 10_000;

    private final Path folder;
    private final int port;
    private final Process process;

    private SshServer(Path folder, int port, Process process) {
        this.folder = folder;
        this.port = port;
        this.process = process;
    }

    /** Starts one, with further lines of configuration. */
    public static SshServer start(Path folder, String... configuration)
            throws IOException, InterruptedException {
        var program = PLACES.stream().map(Path::of).filter(Files::isExecutable).findFirst();
        assumeTrue(program.isPresent(), "there is no sshd on this machine");
        generate(folder.resolve("host_key"), "ed25519", "");
        generate(folder.resolve("user_key"), "ed25519", "");
        Files.copy(folder.resolve("user_key.pub"), folder.resolve("authorized_keys"));
        // what sshd wants to be there when root runs it
        if (System.getProperty("user.name").equals("root")) {
            Files.createDirectories(Path.of("/run/sshd"));
        }
        var port = freePort();
        var lines =
                Stream.concat(
                        Stream.of(configuration),
                        Stream.of(
                                "Port " + port,
                                "ListenAddress 127.0.0.1",
                                "HostKey " + folder.resolve("host_key"),
                                "PidFile none",
                                "AuthorizedKeysFile " + folder.resolve("authorized_keys"),
                                "StrictModes no",
                                "UsePAM no",
                                "PermitRootLogin yes",
                                "PasswordAuthentication no",
                                "KbdInteractiveAuthentication no",
                                "Subsystem sftp internal-sftp"));
        Files.write(folder.resolve("sshd_config"), lines.toList());
        var server = new SshServer(folder, port, run(program.get(), folder));
        server.await();
        return server;
    }

    private static Process run(Path program, Path folder) throws IOException {
        return new ProcessBuilder(
                        program.toString(),
                        "-D",
                        "-e",
                        "-f",
                        folder.resolve("sshd_config").toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("sshd.log").toFile())
                .start();
    }

    /** Makes a key. */
    public static void generate(Path file, String type, String passphrase, String... more)
            throws IOException, InterruptedException {
        var words =
                Stream.concat(
                        Stream.of("ssh-keygen", "-q", "-t", type, "-N", passphrase),
                        Stream.concat(Stream.of(more), Stream.of("-f", file.toString())));
        command(words.toArray(String[]::new));
    }

    /** Runs a program and says what it printed. */
    public static String command(String... words) throws IOException, InterruptedException {
        var process = new ProcessBuilder(words).redirectErrorStream(true).start();
        process.getOutputStream().close();
        var said =
                new String(
                        process.getInputStream().readAllBytes(),
                        java.nio.charset.StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException(String.join(" ", words) + ": " + said);
        }
        return said;
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private void await() throws IOException, InterruptedException {
        for (var waited = 0; waited < PATIENCE_MILLIS; waited += 20) {
            try (var _ = new Socket(InetAddress.getLoopbackAddress(), port)) {
                return;
            } catch (IOException _) {
                TimeUnit.MILLISECONDS.sleep(20);
            }
            if (!process.isAlive()) {
                break;
            }
        }
        throw new IOException("sshd does not start: " + log());
    }

    /** The port that it listens on, on 127.0.0.1. */
    public int port() {
        return port;
    }

    /** Where its files are: {@code host_key}, {@code user_key}, {@code authorized_keys}. */
    public Path folder() {
        return folder;
    }

    /** A line for a file of known hosts. */
    public String knownHost() throws IOException {
        return "[127.0.0.1]:%d %s"
                .formatted(port, Files.readString(folder.resolve("host_key.pub")));
    }

    /** What it wrote so far. */
    public String log() throws IOException {
        return Files.readString(folder.resolve("sshd.log"));
    }

    /** Ends the connections that are open, as a lost network does; new ones are taken. */
    public void dropConnections() {
        process.children().forEach(SshServer::end);
    }

    private static void end(ProcessHandle process) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    /** Makes all its processes stand still, or go on. */
    public void freeze(boolean still) throws IOException, InterruptedException {
        var signal = still ? "-STOP" : "-CONT";
        var all = Stream.concat(Stream.of(process.toHandle()), process.descendants()).toList();
        for (var each : all) {
            command("kill", signal, String.valueOf(each.pid()));
        }
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }
}
