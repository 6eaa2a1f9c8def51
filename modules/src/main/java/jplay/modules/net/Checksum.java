package jplay.modules.net;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import jplay.module.TaskFailure;

/**
 * A checksum as asked for: {@code sha256:HEX}, or {@code sha256:URL} of a list of checksums.
 *
 * @param tool the host's program that makes it
 */
record Checksum(String tool, String hex) {
    private static final List<String> ALGORITHMS =
            List.of("md5", "sha1", "sha224", "sha256", "sha384", "sha512");

    /**
     * Reads what was written.
     *
     * @param fileName the name looked for in a list of checksums
     * @param fetch gives the text at a URL
     */
    static Optional<Checksum> of(String written, String fileName, Function<String, String> fetch) {
        if (written.isBlank()) {
            return Optional.empty();
        }
        var parts = written.split(":", 2);
        var algorithm = parts[0].strip().toLowerCase(Locale.ROOT);
        if (parts.length < 2 || !ALGORITHMS.contains(algorithm)) {
            throw new TaskFailure(
                    "checksum: got '%s', want <algorithm>:<checksum or URL> with one of %s"
                            .formatted(written, String.join(", ", ALGORITHMS)));
        }
        var value = parts[1].strip();
        var hex =
                value.matches("(?i)(https?|ftp|file)://.*")
                        ? listed(fetch.apply(value), fileName, value)
                        : value;
        return Optional.of(
                new Checksum(
                        algorithm + "sum", hex.toLowerCase(Locale.ROOT).replaceAll("\\W+", "")));
    }

    private static String listed(String text, String fileName, String url) {
        var lines = text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
        if (lines.size() == 1 && lines.getFirst().split("\\s+").length == 1) {
            return lines.getFirst();
        }
        return lines.stream()
                .map(line -> line.split("\\s+", 2))
                .filter(words -> words.length == 2 && name(words[1]).equals(fileName))
                .map(words -> words[0])
                .findFirst()
                .orElseThrow(() ->
                        new TaskFailure(
                                "Unable to find a checksum for file '%s' in '%s'"
                                        .formatted(fileName, url)));
    }

    private static String name(String written) {
        return written.replaceFirst("^[*]?(\\./)?", "").strip();
    }
}
