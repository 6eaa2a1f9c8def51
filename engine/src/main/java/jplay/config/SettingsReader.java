package jplay.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jplay.config.Settings.Given;
import jplay.diagnostic.Diagnostic;
import jplay.diagnostic.Location;
import jplay.diagnostic.Problems;
import jplay.vault.Vault;

/**
 * Decides the settings: flags, then the environment, then the first configuration file found, then
 * defaults.
 *
 * <p>Files are looked for where Ansible looks: {@code ANSIBLE_CONFIG}, the working folder, the home
 * folder, the machine's folder. A {@code jplay.cfg} beside an {@code ansible.cfg} wins over it key
 * by key.
 */
public final class SettingsReader {
    private final Surroundings surroundings;
    private final Problems problems;

    public SettingsReader(Surroundings surroundings, Problems problems) {
        this.surroundings = surroundings;
        this.problems = problems;
    }

    /** Reads everything; bad values are among the problems and do not count. */
    public Settings read(Map<Setting, String> flags) {
        var files = files();
        var configs = files.stream().map(file -> ConfigFile.read(file, problems)).toList();
        var given = new EnumMap<Setting, Given>(Setting.class);
        for (var setting : Setting.values()) {
            flag(setting, flags)
                    .or(() -> environment(setting))
                    .or(() -> configured(setting, files, configs))
                    .filter(value -> acceptable(setting, value))
                    .ifPresent(value -> given.put(setting, value));
        }
        return new Settings(given, files, surroundings, Vault.NONE);
    }

    private Optional<Given> flag(Setting setting, Map<Setting, String> flags) {
        return Optional.ofNullable(flags.get(setting))
                .map(text -> new Given(text, Location.of("<command line>"), surroundings.folder()));
    }

    private Optional<Given> environment(Setting setting) {
        return setting.environment().stream()
                .filter(surroundings.environment()::containsKey)
                .findFirst()
                .map(name -> fromVariable(setting, name));
    }

    private Given fromVariable(Setting setting, String name) {
        var text = surroundings.environment().get(name);
        var counts = name.equals("NO_COLOR") && setting.kind() == Kind.BOOLEAN;
        var place = Location.of("<environment variable '" + name + "'>");
        return new Given(
                counts ? String.valueOf(!text.isEmpty()) : text, place, surroundings.folder());
    }

    private static Optional<Given> configured(
            Setting setting, List<Path> files, List<ConfigFile> configs) {
        for (var i = 0; i < configs.size(); i++) {
            var folder = files.get(i).getParent();
            var value = configs.get(i).get(setting.section(), setting.key());
            if (value.isPresent()) {
                return value.map(found ->
                        new Given(
                                found.text().replace("{{CWD}}", folder.toString()),
                                found.location(),
                                folder));
            }
        }
        return Optional.empty();
    }

    private boolean acceptable(Setting setting, Given value) {
        if (value.text().isEmpty()
                && setting.kind() != Kind.TEXT
                && !setting.fallback().isEmpty()) {
            return false;
        }
        var mistake = Settings.mistake(setting, value.text());
        mistake.ifPresent(message ->
                problems.error(value.location(), Math.max(1, value.text().length()), message));
        return mistake.isEmpty();
    }

    /** The file that counts, with a {@code jplay.cfg} of the same folder before it. */
    private List<Path> files() {
        var named =
                Optional.ofNullable(surroundings.environment().get("JPLAY_CONFIG"))
                        .or(() ->
                                Optional.ofNullable(
                                        surroundings.environment().get("ANSIBLE_CONFIG")))
                        .map(text -> surroundings.resolve(text, surroundings.folder()));
        var places = new ArrayList<List<Path>>();
        named.ifPresent(
                path -> places.add(Files.isDirectory(path) ? beside(path, "") : besideNamed(path)));
        if (trusted(surroundings.folder())) {
            places.add(beside(surroundings.folder(), ""));
        }
        places.add(beside(surroundings.home(), "."));
        places.add(beside(surroundings.system(), ""));
        return places.stream()
                .map(place -> place.stream().filter(Files::isRegularFile).toList())
                .filter(place -> !place.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    private static List<Path> beside(Path folder, String prefix) {
        return List.of(
                folder.resolve(prefix + "jplay.cfg"), folder.resolve(prefix + "ansible.cfg"));
    }

    private static List<Path> besideNamed(Path file) {
        var ours = file.resolveSibling("jplay.cfg");
        return ours.equals(file) || !Files.isRegularFile(file)
                ? List.of(file)
                : List.of(ours, file);
    }

    private boolean trusted(Path folder) {
        try {
            var open =
                    Files.getPosixFilePermissions(folder)
                            .contains(PosixFilePermission.OTHERS_WRITE);
            if (open && beside(folder, "").stream().anyMatch(Files::exists)) {
                problems.add(
                        Diagnostic.warning(
                                Location.of(folder.toString()),
                                1,
                                "the folder can be written by anyone, so its ansible.cfg is ignored; name it in ANSIBLE_CONFIG"
                                        + " or take away that right"));
            }
            return !open;
        } catch (IOException | UnsupportedOperationException e) {
            return true;
        }
    }
}
