package jplay.vars;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jplay.config.Settings;
import jplay.diagnostic.Diagnostic;
import jplay.diagnostic.Location;
import jplay.diagnostic.PlaybookException;
import jplay.diagnostic.Problems;
import jplay.inventory.VariableFile;
import jplay.value.TemplateString;
import jplay.yaml.YamlReader;
import org.jspecify.annotations.Nullable;

/** Reads the values of {@code -e}: {@code key=value} pairs, YAML or JSON text, {@code @file}. */
public final class ExtraVars {
    private static final Location PLACE = Location.of("<CLI option '-e'>");

    private ExtraVars() {}

    /**
     * All extra variables, later ones over earlier ones.
     *
     * @param settings where relative paths start, and what opens encrypted files
     * @param problems told about everything that is wrong
     */
    public static Map<String, @Nullable Object> parse(
            List<String> options, Settings settings, Problems problems) {
        var all = new LinkedHashMap<String, @Nullable Object>();
        for (var option : options) {
            try {
                all.putAll(one(option, settings, problems));
            } catch (PlaybookException e) {
                e.diagnostics().forEach(problems::add);
            }
        }
        return Collections.unmodifiableMap(all);
    }

    private static Map<String, @Nullable Object> one(
            String option, Settings settings, Problems problems) {
        if (option.startsWith("@")) {
            var surroundings = settings.surroundings();
            var file = surroundings.resolve(option.substring(1), surroundings.folder());
            return new VariableFile(false, settings.vault(), problems::add).read(file);
        }
        if (option.startsWith("{") || option.startsWith("[")) {
            return YamlReader.parse(option, PLACE.source(), problems)
                    .map(VariableFile::variables)
                    .orElse(Map.of());
        }
        return pairs(option, problems);
    }

    private static Map<String, @Nullable Object> pairs(String option, Problems problems) {
        var vars = new LinkedHashMap<String, @Nullable Object>();
        for (var word : words(option)) {
            var sign = word.indexOf('=');
            if (sign < 1) {
                problems.add(Diagnostic.warning(PLACE, 1, ignored(word)));
                continue;
            }
            vars.put(
                    word.substring(0, sign).strip(),
                    TemplateString.of(unquoted(word.substring(sign + 1)), PLACE));
        }
        return vars;
    }

    private static String ignored(String word) {
        return "'" + word + "' is ignored: want key=value, {YAML or JSON} or @file";
    }

    /** Words between blanks, where quotes and braces of templates hold blanks together. */
    private static List<String> words(String text) {
        var words = new ArrayList<String>();
        var word = new StringBuilder();
        var quote = ' ';
        var braces = 0;
        for (var at = 0; at < text.length(); at++) {
            var c = text.charAt(at);
            if (quote == ' ' && braces == 0 && Character.isWhitespace(c)) {
                addTo(words, word);
                continue;
            }
            quote = quoteAfter(text, at, quote);
            braces = Math.max(0, braces + depth(text, at));
            word.append(c);
        }
        addTo(words, word);
        return words;
    }

    private static void addTo(List<String> words, StringBuilder word) {
        if (!word.isEmpty()) {
            words.add(word.toString());
            word.setLength(0);
        }
    }

    private static char quoteAfter(String text, int at, char quote) {
        var c = text.charAt(at);
        var escaped = at > 0 && text.charAt(at - 1) == '\\';
        if (escaped || (c != '"' && c != '\'')) {
            return quote;
        }
        if (quote == ' ') {
            return c;
        }
        return quote == c ? ' ' : quote;
    }

    private static int depth(String text, int at) {
        if (text.startsWith("{{", at) || text.startsWith("{%", at)) {
            return 1;
        }
        return text.startsWith("}}", at) || text.startsWith("%}", at) ? -1 : 0;
    }

    private static String unquoted(String text) {
        var quoted =
                text.length() > 1
                        && (text.charAt(0) == '"' || text.charAt(0) == '\'')
                        && text.charAt(0) == text.charAt(text.length() - 1);
        return quoted
                ? text.substring(1, text.length() - 1)
                        .replace("\\" + text.charAt(0), text.substring(0, 1))
                : text;
    }
}
