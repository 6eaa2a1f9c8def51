package jplay.lab;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.exception.NotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import org.testcontainers.DockerClientFactory;

/**
 * The container engine of this machine. Hosts are reached by their own addresses, so it has to run
 * here, on Linux.
 */
final class Engine {
    /** The last version of the interface that Testcontainers asks for by itself. */
    private static final double ASKED_FOR = 1.44;

    private static final Pattern VERSION = Pattern.compile("(?im)^api-version: *([0-9.]+)");

    private Engine() {}

    /** Why there is none, in a sentence; empty when one answers. */
    static Optional<String> trouble() {
        var socket = socket();
        if (!Files.exists(socket)) {
            return Optional.of("no container engine runs here: there is no " + socket);
        }
        try {
            var _ = version(socket);
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of(
                    "the container engine at %s does not answer: %s".formatted(socket, e));
        }
    }

    /**
     * A client that speaks the engine's own version of the interface, also when it is an old one.
     */
    static DockerClient client() {
        try {
            var version = version(socket());
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
        var client = client();
        try {
            var _ = client.inspectImageCmd(name + ":" + version).exec();
        } catch (NotFoundException _) {
            try (var content = Files.newInputStream(tarball)) {
                var imported = client.createImageCmd(name, content).exec().getId();
                client.tagImageCmd(imported, name, version).exec();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return name + ":" + version;
    }

    private static String version(Path socket) throws IOException {
        try (var channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            var _ = channel.connect(UnixDomainSocketAddress.of(socket));
            var request = "GET /_ping HTTP/1.0\r\nHost: localhost\r\n\r\n";
            Channels.newOutputStream(channel).write(request.getBytes(StandardCharsets.US_ASCII));
            var answer =
                    new String(
                            Channels.newInputStream(channel).readAllBytes(),
                            StandardCharsets.UTF_8);
            var version = VERSION.matcher(answer);
            if (!version.find()) {
                throw new IOException("got '%s'".formatted(answer.lines().findFirst().orElse("")));
            }
            return version.group(1);
        }
    }

    private static Path socket() {
        var host = System.getenv().getOrDefault("DOCKER_HOST", "unix:///var/run/docker.sock");
        return Path.of(host.replaceFirst("^[a-z]+://", ""));
    }
}
