package jplay.modules.net;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import jplay.module.TaskFailure;

/** A URL that names a file of the host itself. */
final class FileUrl {
    private static final String SCHEME = "file:";

    private FileUrl() {}

    /** The path of the file; none for a URL of another kind. */
    static Optional<String> path(String url) {
        if (!url.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return Optional.empty();
        }
        var rest = url.substring(SCHEME.length());
        if (!rest.startsWith("//")) {
            return Optional.of(decoded(rest));
        }
        var slash = rest.indexOf('/', 2);
        var host = slash < 0 ? rest.substring(2) : rest.substring(2, slash);
        if (slash < 0 || !(host.isEmpty() || host.equalsIgnoreCase("localhost"))) {
            throw new TaskFailure(
                    "url: got '%s', want a file of this host, such as file:///etc/hostname"
                            .formatted(url));
        }
        return Optional.of(decoded(rest.substring(slash)));
    }

    /** A percent sign that begins no escape stays. */
    private static String decoded(String path) {
        var escaped = path.replaceAll("%(?![0-9a-fA-F]{2})", "%25").replace("+", "%2B");
        return URLDecoder.decode(escaped, StandardCharsets.UTF_8);
    }
}
