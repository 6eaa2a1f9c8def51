package jplay.modules.net;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jplay.module.TaskFailure;

/** A URL that names a file of the host itself. */
final class FileUrl {
    private static final String SCHEME = "file:";
    private static final Pattern ESCAPES = Pattern.compile("(?:%[0-9A-Fa-f]{2})+");

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

    /** A part of a URL with its escapes replaced; a percent sign that begins none stays. */
    private static String decoded(String part) {
        return ESCAPES.matcher(part)
                .replaceAll(found ->
                        Matcher.quoteReplacement(
                                URLDecoder.decode(found.group(), StandardCharsets.UTF_8)));
    }
}
