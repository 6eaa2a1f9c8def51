package jplay.config;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jplay.diagnostic.Location;
import jplay.vault.Vault;

/**
 * All settings of a run, decided and checked; see {@link SettingsReader} for where they come from.
 *
 * @param given what is not left at its default
 * @param files the configuration files that were read, the winning one first
 * @param vault opens encrypted files and texts, with the passwords that were given
 */
public record Settings(
        Map<Setting, Given> given, List<Path> files, Surroundings surroundings, Vault vault) {
    private static final Set<String> TRUE = Set.of("true", "t", "yes", "y", "on", "1", "1.0");
    private static final Set<String> FALSE = Set.of("false", "f", "no", "n", "off", "0", "0.0");

    /**
     * One setting as it was given.
     *
     * @param text as written
     * @param location where
     * @param base the folder in which relative paths start
     */
    public record Given(String text, Location location, Path base) {}

    public Settings {
        var copy = new EnumMap<Setting, Given>(Setting.class);
        copy.putAll(given);
        given = java.util.Collections.unmodifiableMap(copy);
        files = List.copyOf(files);
    }

    /** Nothing but defaults. */
    public static Settings defaults(Surroundings surroundings) {
        return new Settings(Map.of(), List.of(), surroundings, Vault.NONE);
    }

    /** The same with passwords for what is encrypted. */
    public Settings with(Vault passwords) {
        return new Settings(given, files, surroundings, passwords);
    }

    /** The configuration file that {@code ansible_config_file} names. */
    public Optional<Path> configFile() {
        return files.stream().findFirst();
    }

    /** As written, or the default. */
    public Given value(Setting setting) {
        var fallback =
                new Given(setting.fallback(), Location.of("<default>"), surroundings.folder());
        return given.getOrDefault(setting, fallback);
    }

    /** A setting that is text; empty when it is not given and has no default. */
    public String text(Setting setting) {
        return unquoted(value(setting).text());
    }

    /** A setting that is a boolean. */
    public boolean is(Setting setting) {
        return parseBoolean(value(setting).text()).orElseThrow();
    }

    /** A setting that is a whole number. */
    public int number(Setting setting) {
        return Integer.parseInt(text(setting));
    }

    /** A setting that is a list of words. */
    public List<String> list(Setting setting) {
        return split(text(setting), ",");
    }

    /** A setting that is a path; none when it is empty. */
    public Optional<Path> path(Setting setting) {
        var value = value(setting);
        var text = unquoted(value.text());
        return text.isEmpty()
                ? Optional.empty()
                : Optional.of(surroundings.resolve(text, value.base()));
    }

    /** A setting that is a list of paths. */
    public List<Path> paths(Setting setting) {
        var value = value(setting);
        var separator = setting.kind() == Kind.SOURCES ? "," : ":";
        return split(unquoted(value.text()), separator).stream()
                .map(each -> surroundings.resolve(each, value.base()))
                .toList();
    }

    /** The inventory sources, when none is given by {@code -i}. */
    public List<String> inventorySources() {
        return paths(Setting.INVENTORY).stream().map(Path::toString).toList();
    }

    /** What is wrong with a text for a setting; empty when nothing is. */
    static Optional<String> mistake(Setting setting, String written) {
        var text = unquoted(written);
        var fine =
                switch (setting.kind()) {
                    case BOOLEAN -> parseBoolean(text).isPresent();
                    case INTEGER -> text.matches("[-+]?\\d{1,9}");
                    case TEXT -> setting.choices().isEmpty() || setting.choices().contains(text);
                    case LIST, PATH, PATHS, SOURCES -> true;
                };
        var wanted =
                setting.choices().isEmpty()
                        ? setting.kind().description()
                        : "one of " + String.join(", ", setting.choices());
        return fine
                ? Optional.empty()
                : Optional.of(setting.key() + ": got '" + text + "', want " + wanted);
    }

    /** What a text means that may stand for a boolean. */
    public static Optional<Boolean> truth(String text) {
        return parseBoolean(text);
    }

    private static Optional<Boolean> parseBoolean(String text) {
        var lower = text.strip().toLowerCase(Locale.ROOT);
        if (TRUE.contains(lower)) {
            return Optional.of(true);
        }
        return FALSE.contains(lower) ? Optional.of(false) : Optional.empty();
    }

    private static List<String> split(String text, String separator) {
        return Arrays.stream(text.split(separator))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private static String unquoted(String text) {
        var quoted =
                text.length() > 1
                        && (text.charAt(0) == '"' || text.charAt(0) == '\'')
                        && text.charAt(0) == text.charAt(text.length() - 1);
        return quoted ? text.substring(1, text.length() - 1) : text;
    }
}
