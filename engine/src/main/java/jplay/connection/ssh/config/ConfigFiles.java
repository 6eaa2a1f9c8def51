package jplay.connection.ssh.config;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import jplay.connection.UnreachableException;

/** Configuration files as their lines, each read once. Thread-safe. */
final class ConfigFiles {
    private final Map<Path, List<Directive>> read = new ConcurrentHashMap<>();
    private final Map<Path, Boolean> checked = new ConcurrentHashMap<>();

    /** The lines of a file; none when it cannot be read. */
    List<Directive> lines(Path file) {
        return read.computeIfAbsent(file.toAbsolutePath().normalize(), ConfigFiles::parse);
    }

    private static List<Directive> parse(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8)
                    .lines()
                    .map(Directive::parse)
                    .flatMap(Optional::stream)
                    .toList();
        } catch (IOException _) {
            return List.of();
        }
    }

    /**
     * Makes sure that nobody but a user and root may have written a file.
     *
     * @throws UnreachableException when somebody may have, in OpenSSH's words
     */
    void check(Path file, Query.LocalUser user) {
        var trusted =
                checked.computeIfAbsent(
                        file, each -> Ownership.of(each).map(is -> is.trusted(user)).orElse(true));
        if (!trusted) {
            throw new UnreachableException(
                    "Failed to connect to the host via ssh: Bad owner or permissions on " + file);
        }
    }

    /** The files that a pattern such as {@code conf.d/*.conf} names, in their order. */
    static List<Path> named(String pattern, Path base) {
        var absolute = base.resolve(pattern).normalize();
        List<Path> found = List.of(absolute.getRoot());
        for (var part : absolute) {
            var next = new ArrayList<Path>();
            for (var folder : found) {
                next.addAll(children(folder, part.toString()));
            }
            found = next;
        }
        return found.stream().filter(Files::isRegularFile).toList();
    }

    private static List<Path> children(Path folder, String name) {
        if (!name.matches(".*[*?\\[].*")) {
            return List.of(folder.resolve(name));
        }
        var matcher = FileSystems.getDefault().getPathMatcher("glob:" + name);
        try (Stream<Path> inside = Files.list(folder)) {
            return inside.filter(path -> matcher.matches(path.getFileName()))
                    .filter(path ->
                            name.startsWith(".") == path.getFileName().toString().startsWith("."))
                    .sorted()
                    .toList();
        } catch (IOException _) {
            return List.of();
        }
    }
}
