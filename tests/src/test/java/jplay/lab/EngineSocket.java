package jplay.lab;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * What the engine is asked past Testcontainers: the version of its interface, which has to be known
 * before, and to take an image, which its client cuts short.
 */
record EngineSocket(Path path) {
    private static final Pattern VERSION = Pattern.compile("(?im)^api-version: *([0-9.]+)");
    private static final Pattern GOOD = Pattern.compile("\\AHTTP/1\\.[01] 20[0-9] ");

    /** Such as 1.41. */
    String version() throws IOException {
        var version =
                VERSION.matcher(ask("GET /_ping HTTP/1.0\n\n", InputStream.nullInputStream()));
        if (!version.find()) {
            throw new IOException("it does not tell the version of its interface");
        }
        return version.group(1);
    }

    /** Makes an image of a root file system. */
    void load(Path tarball, String name, String tag) throws IOException {
        try (var content = Files.newInputStream(tarball)) {
            var head =
                    """
                    POST /images/create?fromSrc=-&repo=%s&tag=%s HTTP/1.0
                    Content-Type: application/x-tar
                    Content-Length: %d

                    """
                            .formatted(name, tag, Files.size(tarball));
            var answer = ask(head, content);
            if (answer.contains("\"error\"")) {
                throw new IOException(answer);
            }
        }
    }

    private String ask(String head, InputStream body) throws IOException {
        try (var channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            var _ = channel.connect(UnixDomainSocketAddress.of(path));
            var start =
                    new ByteArrayInputStream(
                            head.replace("\n", "\r\n").getBytes(StandardCharsets.US_ASCII));
            var request = new SequenceInputStream(start, body);
            var _ = request.transferTo(Channels.newOutputStream(channel));
            var answer =
                    new String(
                            Channels.newInputStream(channel).readAllBytes(),
                            StandardCharsets.UTF_8);
            if (!GOOD.matcher(answer).find()) {
                throw new IOException("it answers '%s'".formatted(answer.strip()));
            }
            return answer;
        }
    }
}
