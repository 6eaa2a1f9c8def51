package jplay.lab;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.exception.NotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.testcontainers.DockerClientFactory;

/**
 * The container engine of this machine. Hosts are reached by their own addresses, so it has to run
 * here, on Linux.
 */
final class Engine {
    /** The oldest version of the interface that Testcontainers asks for by itself. */
    private static final double ASKED_FOR = 1.44;

    private Engine() {}

    /** Why there is none, in a sentence; empty when one answers. */
    static Optional<String> trouble() {
        var socket = socket();
        if (!Files.exists(socket.path())) {
            return Optional.of("no container engine runs here: there is no " + socket.path());
        }
        try {
            var _ = socket.version();
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of(
                    "the container engine at %s cannot be used: %s".formatted(socket.path(), e));
        }
    }

    /**
     * A client that speaks the engine's own version of the interface, also when it is an old one.
     */
    static DockerClient client() {
        try {
            var version = socket().version();
            if (Double.parseDouble(version) < ASKED_FOR) {
                System.setProperty("api.version", version);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return DockerClientFactory.lazyClient();
    }

    /** The image's name in the engine, which gets the image when it has not got it yet. */
    static String load(Image image) {
        var tarball = image.tarball();
        var version = tarball.getFileName().toString().replaceAll("^.*-|\\.tar$", "");
        var name = "jplay-lab/" + image.fileName();
        try {
            var _ = client().inspectImageCmd(name + ":" + version).exec();
        } catch (NotFoundException _) {
            load(tarball, name, version);
        }
        return name + ":" + version;
    }

    private static void load(Path tarball, String name, String version) {
        try {
            socket().load(tarball, name, version);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static EngineSocket socket() {
        var host = System.getenv().getOrDefault("DOCKER_HOST", "unix:///var/run/docker.sock");
        return new EngineSocket(Path.of(host.replaceFirst("^[a-z]+://", "")));
    }
}
