package jplay.inventory;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jplay.config.Setting;
import jplay.config.Settings;
import jplay.diagnostic.Diagnostic;
import jplay.diagnostic.Location;
import jplay.diagnostic.PlaybookException;
import jplay.diagnostic.Problems;
import jplay.vault.VaultException;
import jplay.yaml.YamlReader;

/**
 * Reads inventories: files in INI or YAML form, programs, folders of these, and lists such as
 * {@code a,b,}.
 *
 * <p>As with Ansible a source that cannot be read is a warning and what was read of it counts,
 * unless the settings say that it is fatal.
 */
public final class Inventories {
    private static final Set<String> YAML_ENDINGS = Set.of(".yml", ".yaml", ".json");
    private static final Set<String> NO_SOURCES = Set.of("host_vars", "group_vars", "vars_plugins");

    private final Settings settings;
    private final Consumer<Diagnostic> warnings;
    private final Inventory inventory;
    private boolean parsed;

    private Inventories(List<String> sources, Settings settings, Consumer<Diagnostic> warnings) {
        this.settings = settings;
        this.warnings = warnings;
        var reader = VariableFile.of(settings, warnings);
        var folders =
                sources.stream()
                        .filter(source -> !isList(source))
                        .map(this::path)
                        .filter(Files::exists)
                        .map(path -> Files.isDirectory(path) ? path : path.getParent())
                        .distinct()
                        .map(folder -> new VariableFolder(folder, reader))
                        .toList();
        this.inventory = new Inventory(sources.stream().map(this::named).toList(), folders);
    }

    /**
     * Reads sources, later ones on top of earlier ones; the settings' own when there are none.
     *
     * @param warnings told about what is dubious
     * @throws PlaybookException when a file of variables, or a source that must be read, is wrong
     */
    public static Inventory load(
            List<String> sources, Settings settings, Consumer<Diagnostic> warnings) {
        var wanted = sources.isEmpty() ? settings.inventorySources() : sources;
        var loading = new Inventories(wanted, settings, warnings);
        wanted.forEach(loading::source);
        loading.conclude(wanted);
        return loading.inventory;
    }

    private void conclude(List<String> sources) {
        if (!parsed && settings.is(Setting.INVENTORY_UNPARSED_IS_FATAL)) {
            throw new PlaybookException(
                    Location.of(String.join(", ", sources)), "no inventory source could be read");
        }
        if (!parsed) {
            warn(
                    Location.of("<inventory>"),
                    "No inventory was parsed, only implicit localhost is available");
        }
        if (inventory.hosts().isEmpty() && settings.is(Setting.LOCALHOST_WARNING)) {
            warn(
                    Location.of("<inventory>"),
                    "provided hosts list is empty, only localhost is available. Note that the implicit localhost"
                            + " does not match 'all'");
        }
        inventory.folders().forEach(folder -> folder.readAll(inventory));
    }

    private boolean isList(String source) {
        return source.contains(",") && !Files.exists(path(source));
    }

    private Path path(String source) {
        return settings.surroundings().resolve(source, settings.surroundings().folder());
    }

    private String named(String source) {
        return isList(source) ? source : path(source).toString();
    }

    private void source(String source) {
        if (isList(source)) {
            list(source);
            return;
        }
        var path = path(source);
        if (Files.exists(path)) {
            file(path);
        } else if (!source.equals(Setting.INVENTORY.fallback())) {
            unparsed(
                    Diagnostic.warning(Location.of(path.toString()), 1, "no such file or folder"),
                    path);
        }
    }

    private void list(String source) {
        var place = Location.of("<command line>");
        var enrolment = enrolment(new Host.Origin(source, null));
        var ungrouped = enrolment.group("ungrouped", place);
        for (var each : source.split(",", -1)) {
            var address = HostAddress.parse(each.strip());
            if (!address.name().isEmpty()) {
                Map<String, Object> vars =
                        address.port()
                                .<Map<String, Object>>map(port -> Map.of("ansible_port", port))
                                .orElse(Map.of());
                enrolment.host(address.name(), ungrouped, vars);
            }
        }
        parsed = true;
        inventory.settle();
    }

    private void file(Path path) {
        if (Files.isDirectory(path)) {
            entries(path).forEach(this::file);
            return;
        }
        try {
            read(path);
            parsed = true;
            inventory.settle();
        } catch (PlaybookException e) {
            e.diagnostics().forEach(each -> unparsed(each, path));
        } catch (IOException e) {
            unparsed(
                    Diagnostic.warning(
                            Location.of(path.toString()), 1, "cannot be read: " + e.getMessage()),
                    path);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void unparsed(Diagnostic reason, Path path) {
        if (settings.is(Setting.INVENTORY_ANY_UNPARSED_IS_FATAL)) {
            throw new PlaybookException(List.of(reason));
        }
        warn(
                reason.location(),
                "Unable to parse " + path + " as an inventory source: " + reason.message());
    }

    private void warn(Location place, String message) {
        warnings.accept(Diagnostic.warning(place, 1, message));
    }

    private Enrolment enrolment(Host.Origin origin) {
        return new Enrolment(inventory, origin, settings, warnings);
    }

    private void read(Path file) throws IOException, InterruptedException {
        var enrolment = enrolment(new Host.Origin(file.toString(), file.getParent().toString()));
        if (isProgram(file)) {
            new ScriptSource(enrolment, file, settings.is(Setting.INVENTORY_SCRIPT_TEMPLATES))
                    .read();
            return;
        }
        var dot = file.getFileName().toString().lastIndexOf('.');
        var ending = dot < 0 ? "" : file.getFileName().toString().substring(dot);
        if (YAML_ENDINGS.contains(ending)) {
            yaml(file, enrolment);
            return;
        }
        var lines = lines(file);
        if (ending.isEmpty() && looksLikeYaml(lines)) {
            yaml(file, enrolment);
        } else {
            new IniSource(enrolment, file.toString()).read(lines);
        }
    }

    private List<String> lines(Path file) throws IOException {
        try {
            var content = settings.vault().open(Files.readAllBytes(file));
            return new String(content, StandardCharsets.UTF_8).lines().toList();
        } catch (VaultException e) {
            throw new PlaybookException(Location.of(file.toString()), e.getMessage());
        }
    }

    /** On some file systems everything can be executed, so the content decides too. */
    private static boolean isProgram(Path file) throws IOException {
        if (!Files.isExecutable(file)) {
            return false;
        }
        try (var in = Files.newInputStream(file)) {
            var start = new String(in.readNBytes(4), StandardCharsets.ISO_8859_1);
            return start.startsWith("#!") || start.equals("\u007fELF");
        }
    }

    private void yaml(Path file, Enrolment enrolment) {
        var problems = new Problems();
        var document = YamlReader.read(file, settings.vault(), problems);
        problems.throwIfAny();
        problems.warnings().forEach(warnings);
        document.ifPresent(new YamlSource(enrolment)::read);
    }

    private static boolean looksLikeYaml(List<String> lines) {
        var first =
                lines.stream()
                        .map(String::strip)
                        .filter(line ->
                                !line.isEmpty() && !line.startsWith("#") && !line.startsWith(";"))
                        .findFirst()
                        .orElse("");
        return first.startsWith("---")
                || first.startsWith("{")
                || first.matches("[^\\s=]+:(\\s.*)?");
    }

    private List<Path> entries(Path folder) {
        var endings = settings.list(Setting.INVENTORY_IGNORE_EXTENSIONS);
        var patterns =
                settings.list(Setting.INVENTORY_IGNORE_PATTERNS).stream()
                        .map(Pattern::compile)
                        .toList();
        try (Stream<Path> entries = Files.list(folder)) {
            return new ArrayList<>(entries.sorted().toList())
                    .stream()
                            .filter(entry ->
                                    isSource(entry.getFileName().toString(), endings, patterns))
                            .toList();
        } catch (IOException e) {
            throw new PlaybookException(
                    Location.of(folder.toString()), "cannot be listed: " + e.getMessage());
        }
    }

    private static boolean isSource(String name, List<String> endings, List<Pattern> patterns) {
        return !name.startsWith(".")
                && !NO_SOURCES.contains(name)
                && endings.stream().noneMatch(name::endsWith)
                && patterns.stream().noneMatch(pattern -> pattern.matcher(name).find());
    }
}
