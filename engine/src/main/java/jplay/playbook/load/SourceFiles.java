package jplay.playbook.load;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import jplay.diagnostic.Diagnostic;
import jplay.diagnostic.Problems;
import jplay.vault.Vault;
import jplay.yaml.YamlNode;
import jplay.yaml.YamlReader;

/**
 * The files of a run, each parsed once however many plays, roles and hosts ask for it. Thread-safe.
 */
final class SourceFiles {
    private static final List<String> ENDINGS = List.of(".yml", ".yaml", ".json");

    private final Path workingFolder = Path.of("").toAbsolutePath();
    private final Map<Path, Parsed> parsed = new ConcurrentHashMap<>();

    private final Vault vault;

    SourceFiles(Vault vault) {
        this.vault = vault;
    }

    private record Parsed(Optional<YamlNode> node, List<Diagnostic> diagnostics) {}

    /**
     * The content of a file; empty when it cannot be read, and then the reason is among the
     * problems.
     */
    Optional<YamlNode> read(Path file, Problems problems) {
        var result = parsed.computeIfAbsent(file.toAbsolutePath().normalize(), this::parse);
        var known = problems.all();
        result.diagnostics().stream()
                .filter(found -> !known.contains(found))
                .forEach(problems::add);
        return result.node();
    }

    private Parsed parse(Path file) {
        var problems = new Problems();
        var node = YamlReader.read(file, shown(file), vault, problems);
        return new Parsed(node, problems.all());
    }

    /** A path as the user would write it. */
    String shown(Path path) {
        var absolute = path.toAbsolutePath().normalize();
        var inside = absolute.startsWith(workingFolder) && !absolute.equals(workingFolder);
        return inside ? workingFolder.relativize(absolute).toString() : absolute.toString();
    }

    /** A file by its name, with or without an ending. */
    static Optional<Path> find(Path folder, String name) {
        var bare = Stream.concat(ENDINGS.stream().map(ending -> name + ending), Stream.of(name));
        var given = ENDINGS.stream().anyMatch(name::endsWith);
        var names = given ? Stream.concat(Stream.of(name), bare) : bare;
        return names.map(folder::resolve).filter(Files::isRegularFile).findFirst();
    }
}
