package jplay.template.lookup;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import jplay.template.python.Types;
import org.jspecify.annotations.Nullable;

/**
 * A term that is text with options behind it, as {@code path length=8}.
 *
 * @param text what stands before the first option
 */
record Terms(String text, Map<String, String> options) {
    private static final Pattern WORD =
            Pattern.compile("(?:[^\\s'\"\\\\]|\\\\.|'[^']*'|\"(?:[^\"\\\\]|\\\\.)*\")+");

    static Terms of(String term) {
        var options = new LinkedHashMap<String, String>();
        var rest = new ArrayList<String>();
        WORD.matcher(term)
                .results()
                .forEach(match -> {
                    var word = match.group();
                    var equals = word.indexOf('=');
                    if (equals > 0) {
                        options.put(
                                word.substring(0, equals), unquoted(word.substring(equals + 1)));
                    } else {
                        rest.add(word);
                    }
                });
        return new Terms(String.join(" ", rest), options);
    }

    private static String unquoted(String text) {
        var quoted =
                text.length() > 1
                        && (text.charAt(0) == '"' || text.charAt(0) == '\'')
                        && text.charAt(0) == text.charAt(text.length() - 1);
        return quoted ? text.substring(1, text.length() - 1) : text;
    }

    /** All elements; lists among them opened once. */
    static List<@Nullable Object> opened(List<?> terms) {
        var opened = new ArrayList<@Nullable Object>();
        for (var term : terms) {
            if (Types.isSequence(term)) {
                opened.addAll((List<?>) term);
            } else {
                opened.add(term);
            }
        }
        return opened;
    }
}
