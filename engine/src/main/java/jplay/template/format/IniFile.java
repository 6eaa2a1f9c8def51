package jplay.template.format;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import jplay.template.python.PythonError;
import org.jspecify.annotations.Nullable;

/** The sections of an INI file, as Python's {@code configparser} reads them. */
public final class IniFile {
    private static final Pattern SECTION = Pattern.compile("\\[([^]]+)\\]");
    private static final Pattern OPTION = Pattern.compile("(.*?)\\s*(?:[=:]\\s*(.*))?");

    private final Map<String, Map<String, @Nullable String>> sections = new LinkedHashMap<>();
    private final Map<String, @Nullable String> defaults = new LinkedHashMap<>();
    private final boolean caseMatters;
    private Map<String, @Nullable String> current = defaults;
    private boolean inNoSection = true;
    private final boolean noValues;
    private String lastOption = "";
    private int blanks;

    /**
     * How a file is read.
     *
     * @param properties whether all of it is one section, {@code java_properties}
     * @param noValues whether names may stand without a value
     */
    public record Style(boolean properties, boolean caseMatters, boolean noValues) {}

    /** Reads a text. */
    public IniFile(String content, Style style) {
        this.caseMatters = style.caseMatters;
        this.noValues = style.noValues;
        if (style.properties) {
            current = sections.computeIfAbsent("java_properties", _ -> new LinkedHashMap<>());
            inNoSection = false;
        }
        content.lines().forEach(this::read);
    }

    private void read(String line) {
        var text = line.strip();
        if (text.isEmpty() || text.startsWith("#") || text.startsWith(";")) {
            blanks += text.isEmpty() ? 1 : 0;
            return;
        }
        if (Character.isWhitespace(line.charAt(0)) && !lastOption.isEmpty()) {
            var lead = "\n".repeat(blanks + 1);
            current.merge(lastOption, text, (before, more) -> before + lead + more);
            blanks = 0;
            return;
        }
        blanks = 0;
        var section = SECTION.matcher(text);
        if (section.lookingAt()) {
            var name = section.group(1);
            inNoSection = false;
            current = name.equals("DEFAULT") ? defaults : begun(name);
            lastOption = "";
            return;
        }
        var option = OPTION.matcher(text);
        if (option.matches()) {
            lastOption = caseMatters ? option.group(1) : option.group(1).toLowerCase(Locale.ROOT);
            put(option.group(2), line);
        }
    }

    private Map<String, @Nullable String> begun(String name) {
        if (sections.containsKey(name)) {
            throw new PythonError("DuplicateSectionError", "section '" + name + "' already exists");
        }
        var section = new LinkedHashMap<String, @Nullable String>();
        sections.put(name, section);
        return section;
    }

    private void put(@Nullable String value, String line) {
        if (current.containsKey(lastOption)) {
            throw new PythonError(
                    "DuplicateOptionError", "option '" + lastOption + "' already exists");
        }
        if ((value == null && !noValues) || inNoSection) {
            throw new PythonError("ParsingError", "Source contains parsing errors: '" + line + "'");
        }
        current.put(lastOption, value);
    }

    /** The options of a section with the defaults under them. */
    public Optional<Map<String, @Nullable String>> section(String name) {
        return Optional.ofNullable(sections.get(name))
                .map(own -> {
                    var all = new LinkedHashMap<>(own);
                    defaults.forEach(all::putIfAbsent);
                    return all;
                });
    }

    /** All sections, each with the defaults under it; these come last where there are some. */
    public Map<String, Map<String, @Nullable String>> sections() {
        var all = new LinkedHashMap<String, Map<String, @Nullable String>>();
        sections.forEach((name, own) -> {
            var section = new LinkedHashMap<>(defaults);
            section.putAll(own);
            all.put(name, section);
        });
        if (!defaults.isEmpty()) {
            all.put("DEFAULT", defaults);
        }
        return all;
    }
}
