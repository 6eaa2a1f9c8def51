package jplay.vars;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jplay.config.Settings;
import org.jspecify.annotations.Nullable;

/**
 * What all plays of a run share.
 *
 * @param settings the settings
 * @param playbookFolder where the playbook stands
 * @param extra {@code -e}
 * @param options of the command line, as magic variables tell them
 */
public record RunVars(
        Settings settings,
        Path playbookFolder,
        Map<String, @Nullable Object> extra,
        Options options) {
    public RunVars {
        extra = Collections.unmodifiableMap(new LinkedHashMap<>(extra));
        playbookFolder = playbookFolder.toAbsolutePath().normalize();
    }

    /**
     * Options of the command line.
     *
     * @param version what {@code ansible_version} tells, such as {@code 2.19.14}
     * @param python what {@code ansible_playbook_python} tells; Python is not needed for anything
     * @param limit {@code --limit} as written
     * @param tags of {@code --tags}; {@code all} stands for none
     */
    public record Options(
            String version,
            String python,
            boolean check,
            boolean diff,
            int forks,
            int verbosity,
            Optional<String> limit,
            List<String> tags,
            List<String> skipTags) {
        /** Nothing given. */
        public static final Options NONE =
                new Options(
                        "2.19.14",
                        "/usr/bin/python3",
                        false,
                        false,
                        5,
                        0,
                        Optional.empty(),
                        List.of("all"),
                        List.of());

        public Options {
            tags = tags.isEmpty() ? List.of("all") : List.copyOf(tags);
            skipTags = List.copyOf(skipTags);
        }
    }

    /** The variables about the run that come before those about the play. */
    Map<String, @Nullable Object> place() {
        var magic = new LinkedHashMap<String, @Nullable Object>();
        magic.put("playbook_dir", playbookFolder.toString());
        magic.put("ansible_playbook_python", options.python());
        magic.put("ansible_config_file", settings.configFile().map(Path::toString).orElse(null));
        return Collections.unmodifiableMap(magic);
    }

    /** The variables about the run that come after those about the play. */
    Map<String, @Nullable Object> choices(List<String> inventorySources) {
        var magic = new LinkedHashMap<String, @Nullable Object>();
        magic.put("ansible_version", version(options.version()));
        magic.put("ansible_check_mode", options.check());
        magic.put("ansible_diff_mode", options.diff());
        magic.put("ansible_forks", (long) options.forks());
        magic.put("ansible_inventory_sources", inventorySources);
        options.limit().ifPresent(limit -> magic.put("ansible_limit", limit));
        magic.put("ansible_skip_tags", options.skipTags());
        magic.put("ansible_run_tags", options.tags());
        magic.put("ansible_verbosity", (long) options.verbosity());
        return Collections.unmodifiableMap(magic);
    }

    private static Map<String, @Nullable Object> version(String full) {
        var parts = full.split("\\.");
        var version = new LinkedHashMap<String, @Nullable Object>();
        version.put("string", full);
        version.put("full", full);
        version.put("major", number(parts, 0));
        version.put("minor", number(parts, 1));
        version.put("revision", number(parts, 2));
        return Collections.unmodifiableMap(version);
    }

    private static long number(String[] parts, int index) {
        return index < parts.length ? Long.parseLong(parts[index].replaceAll("\\D.*", "")) : 0;
    }
}
