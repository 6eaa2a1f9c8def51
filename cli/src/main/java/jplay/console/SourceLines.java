package jplay.console;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jplay.diagnostic.Location;
import jplay.vault.Vault;

/**
 * Reads the lines of sources that diagnostics point at; a source that is encrypted or cannot be
 * read has none.
 */
final class SourceLines {
    private final Map<String, List<String>> files = new HashMap<>();

    /** The line of a location, when it is known. */
    Optional<String> line(Location location) {
        return line(location.source(), location.line());
    }

    /** A line by its number, counted from 1. */
    Optional<String> line(String source, int number) {
        var lines = files.computeIfAbsent(source, SourceLines::read);
        return number >= 1 && number <= lines.size()
                ? Optional.of(lines.get(number - 1))
                : Optional.empty();
    }

    private static List<String> read(String source) {
        try {
            var content = Files.readAllBytes(Path.of(source));
            return Vault.isEncrypted(content)
                    ? List.of()
                    : new String(content, StandardCharsets.UTF_8).lines().toList();
        } catch (IOException | InvalidPathException e) {
            return List.of();
        }
    }
}
