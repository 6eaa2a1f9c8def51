package jplay.playbook.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jplay.diagnostic.Location;
import jplay.playbook.syntax.DirectivesReader;
import jplay.playbook.syntax.Findings;
import jplay.playbook.syntax.KeywordCheck;
import jplay.yaml.YamlNode;
import jplay.yaml.YamlNode.Mapping;
import org.jspecify.annotations.Nullable;

/** The files of one role. */
record RoleFiles(Library library, Path folder, Findings findings) {
    /**
     * A file such as {@code tasks/main.yml}; a missing one is an error only when it was asked for
     * by name.
     */
    Optional<Path> file(String part, Optional<String> from, Location place) {
        var found = SourceFiles.find(folder.resolve(part), from.orElse("main"));
        if (found.isEmpty() && from.isPresent()) {
            findings.error(
                    place,
                    1,
                    "no file '"
                            + from.get()
                            + "' in "
                            + library.files().shown(folder.resolve(part)));
        }
        return found;
    }

    /** Variables of a file, or of all files in a folder such as {@code defaults/main/}. */
    Map<String, @Nullable Object> variables(String part, Optional<String> from, Location place) {
        var together = folder.resolve(part).resolve(from.orElse("main"));
        if (Files.isDirectory(together)) {
            var all = new LinkedHashMap<String, @Nullable Object>();
            inside(together).forEach(file -> all.putAll(variables(file)));
            return all;
        }
        return file(part, from, place).map(this::variables).orElse(Map.of());
    }

    private Map<String, @Nullable Object> variables(Path file) {
        return mapping(file, "variables")
                .map(mapping -> {
                    KeywordCheck.variableNames(mapping, findings);
                    return DirectivesReader.variables(mapping.entries());
                })
                .orElse(Map.of());
    }

    private List<Path> inside(Path together) {
        try (var files = Files.walk(together)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> file.toString().matches(".*\\.(ya?ml|json)"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            var place = Location.of(library.files().shown(together));
            findings.error(place, 1, "the folder cannot be read: " + e.getMessage());
            return List.of();
        }
    }

    /** What {@code meta/main.yml} says. */
    Optional<Mapping> meta() {
        return SourceFiles.find(folder.resolve("meta"), "main")
                .flatMap(file -> mapping(file, "keys"));
    }

    /** What {@code meta/argument_specs.yml}, or else {@code meta/main.yml}, says of arguments. */
    Optional<Mapping> argumentSpecs(Optional<Mapping> meta) {
        var own =
                SourceFiles.find(folder.resolve("meta"), "argument_specs")
                        .flatMap(file -> mapping(file, "keys"));
        return own.or(() -> meta)
                .flatMap(mapping -> mapping.get("argument_specs"))
                .filter(node -> !DirectivesReader.isNothing(node))
                .flatMap(node -> {
                    if (node instanceof Mapping mapping) {
                        return Optional.of(mapping);
                    }
                    findings.error(
                            node,
                            "'argument_specs' wants a mapping of entry points, got "
                                    + node.description());
                    return Optional.empty();
                });
    }

    /** Whether the role runs as often as it is asked for. */
    boolean allowsDuplicates(Optional<Mapping> meta) {
        return meta.flatMap(mapping -> mapping.get("allow_duplicates"))
                .map(YamlNode::value)
                .filter(value -> value instanceof Boolean truth ? truth : "yes".equals(value))
                .isPresent();
    }

    private Optional<Mapping> mapping(Path file, String what) {
        var node = library.files().read(file, findings.problems());
        if (node.isEmpty() || DirectivesReader.isNothing(node.get())) {
            return Optional.empty();
        }
        if (node.get() instanceof Mapping mapping) {
            return Optional.of(mapping);
        }
        findings.error(
                node.get(), "want a mapping of " + what + ", got " + node.get().description());
        return Optional.empty();
    }
}
