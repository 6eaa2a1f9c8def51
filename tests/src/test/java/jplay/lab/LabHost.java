package jplay.lab;

import com.github.dockerjava.api.DockerClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;
import org.testcontainers.containers.GenericContainer;

/** A host of the lab. */
public final class LabHost {
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final String name;
    private final Image image;
    private final GenericContainer<?> container;
    private final DockerClient client;

    LabHost(String name, Image image, GenericContainer<?> container, DockerClient client) {
        this.name = name;
        this.image = image;
        this.container = container;
        this.client = client;
    }

    /** What a command gave. */
    public record Answer(int status, String output, String errors) {}

    /** Its name, by which the other hosts of the lab find it. */
    public String name() {
        return name;
    }

    /** The name the engine has for it. */
    public String container() {
        return container.getContainerName().replaceFirst("^/", "");
    }

    /** Its address, which this machine reaches. */
    public String ip() {
        return client.inspectContainerCmd(container.getContainerId())
                .exec()
                .getNetworkSettings()
                .getNetworks()
                .values()
                .iterator()
                .next()
                .getIpAddress();
    }

    /** Runs a command as root, past all connections. */
    public Answer exec(String... words) {
        try {
            var result = container.execInContainer(words);
            return new Answer(result.getExitCode(), result.getStdout(), result.getStderr());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** What a shell script prints, without the last newline. It has to succeed. */
    public String sh(String script) {
        var answer = exec("sh", "-c", script);
        if (answer.status() != 0) {
            throw new AssertionError(
                    "'%s' on %s failed with status %d: %s%s"
                            .formatted(
                                    script,
                                    name,
                                    answer.status(),
                                    answer.output(),
                                    answer.errors()));
        }
        return answer.output().stripTrailing();
    }

    /** Takes it down as a loss of power would, and up again. */
    public void reboot() {
        var id = container.getContainerId();
        client.killContainerCmd(id).exec();
        await("end of " + name, () -> !container.isRunning());
        client.startContainerCmd(id).exec();
        awaitReady();
    }

    void awaitReady() {
        if (image.hasSystemd()) {
            await("systemd of " + name, this::isBooted);
        }
        await("sshd of " + name, this::listens);
    }

    private boolean isBooted() {
        var state = exec("systemctl", "is-system-running").output().strip();
        return state.equals("running") || state.equals("degraded");
    }

    private boolean listens() {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(ip(), 22), 1000);
            return true;
        } catch (IOException _) {
            return false;
        }
    }

    void letIn(String line) {
        var _ =
                sh(
                        "mkdir -p -m 0700 /root/.ssh && echo '%s' >/root/.ssh/authorized_keys"
                                .formatted(line));
    }

    /** A line of known_hosts. */
    String knownHost() {
        var key =
                image.hasSystemd()
                        ? "cat /etc/ssh/ssh_host_ed25519_key.pub"
                        : "dropbearkey -y -f /etc/dropbear/dropbear_ed25519_host_key | grep ^ssh";
        return ip() + " " + sh(key);
    }

    void remove() {
        container.stop();
    }

    private void await(String what, BooleanSupplier done) {
        var end = Instant.now().plus(PATIENCE);
        while (!done.getAsBoolean()) {
            if (Instant.now().isAfter(end)) {
                throw new AssertionError(
                        "no %s after %s: %s".formatted(what, PATIENCE, container.getLogs()));
            }
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(Duration.ofMillis(100));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
