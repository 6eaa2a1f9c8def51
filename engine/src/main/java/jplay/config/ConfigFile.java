package jplay.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import jplay.diagnostic.Location;
import jplay.diagnostic.Problems;

/**
 * A configuration file, read as Python's configparser does: sections, {@code key = value},
 * continuation lines.
 */
final class ConfigFile {
    private static final Pattern SECTION = Pattern.compile("\\[([^\\]]+)].*");
    private static final Pattern ENTRY = Pattern.compile("([^=:]+?)\\s*[=:]\\s*(.*)");

    /** A value and where it begins. */
    record Value(String text, Location location) {}

    private final Map<String, Value> values = new LinkedHashMap<>();
    private final String source;
    private final Problems problems;
    private String section = "";
    private String key = "";
    private int keyIndent;

    private ConfigFile(String source, Problems problems) {
        this.source = source;
        this.problems = problems;
    }

    /** Reads a file; what cannot be read goes into the problems. */
    static ConfigFile read(Path file, Problems problems) {
        try {
            return parse(Files.readAllLines(file), file.toString(), problems);
        } catch (IOException e) {
            problems.error(
                    Location.of(file.toString()),
                    1,
                    "the configuration file cannot be read: " + e.getMessage());
            return new ConfigFile(file.toString(), problems);
        }
    }

    static ConfigFile parse(List<String> lines, String source, Problems problems) {
        var config = new ConfigFile(source, problems);
        for (var i = 0; i < lines.size(); i++) {
            config.take(lines.get(i), i + 1);
        }
        return config;
    }

    /** The value under a key of a section. */
    Optional<Value> get(String section, String key) {
        return Optional.ofNullable(values.get(section + "." + key));
    }

    private void take(String line, int number) {
        var text = withoutComment(line).stripTrailing();
        var content = text.strip();
        var indent = text.length() - text.stripLeading().length();
        if (content.isEmpty()) {
            return;
        }
        if (!key.isEmpty() && indent > keyIndent) {
            values.computeIfPresent(
                    key,
                    (_, old) -> new Value((old.text() + "\n" + content).strip(), old.location()));
            return;
        }
        var heading = SECTION.matcher(content);
        if (heading.matches()) {
            section = heading.group(1);
            key = "";
            return;
        }
        entry(content, new Location(source, number, indent + 1));
        keyIndent = indent;
    }

    private void entry(String content, Location place) {
        var entry = ENTRY.matcher(content);
        if (!entry.matches()) {
            problems.error(
                    place,
                    content.length(),
                    "got '" + content + "', want 'key = value' or '[section]'");
            return;
        }
        if (section.isEmpty()) {
            problems.error(
                    place,
                    content.length(),
                    "'" + entry.group(1) + "' stands before the first [section]");
            return;
        }
        key = section + "." + entry.group(1).toLowerCase(Locale.ROOT);
        var value = new Value(entry.group(2), place.plus(0, entry.start(2)));
        if (values.putIfAbsent(key, value) != null) {
            problems.error(
                    place,
                    entry.group(1).length(),
                    "'" + entry.group(1) + "' is already set in [" + section + "]");
        }
    }

    private static String withoutComment(String line) {
        var start = line.stripLeading();
        if (start.startsWith("#") || start.startsWith(";")) {
            return "";
        }
        for (var at = line.indexOf(';'); at > 0; at = line.indexOf(';', at + 1)) {
            if (Character.isWhitespace(line.charAt(at - 1))) {
                return line.substring(0, at);
            }
        }
        return line;
    }
}
