package jplay.template.ansible;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Files by pattern. */
public final class Glob {
    private Glob() {}

    /** The regular files of a folder that match a pattern of their names, sorted. */
    public static List<Path> files(Path folder, String pattern) {
        return entries(folder, pattern).stream().filter(Files::isRegularFile).toList();
    }

    /** What matches a pattern of a path, of which every part may hold wildcards. */
    public static List<Path> paths(Path folder, String pattern) {
        var places = List.of(pattern.startsWith("/") ? Path.of("/") : folder);
        for (var part : pattern.split("/", -1)) {
            if (!part.isEmpty()) {
                places = places.stream().flatMap(place -> entries(place, part).stream()).toList();
            }
        }
        return pattern.isEmpty() ? List.of() : places;
    }

    /**
     * What a folder holds that matches a pattern of names, sorted; hidden ones only when asked for.
     */
    public static List<Path> entries(Path folder, String pattern) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        var matcher =
                FileSystems.getDefault()
                        .getPathMatcher(
                                "glob:"
                                        + pattern.replace("\\", "\\\\")
                                                .replace("{", "\\{")
                                                .replace("**", "*"));
        try (var entries = Files.list(folder)) {
            return entries.filter(entry -> matcher.matches(entry.getFileName()))
                    .filter(entry ->
                            pattern.startsWith(".")
                                    || !entry.getFileName().toString().startsWith("."))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            return List.of();
        }
    }
}
