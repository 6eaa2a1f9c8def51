package jplay.playbook.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Arguments written as a text: {@code src=a dest="b c" mode={{ mode }}}. Quotes and templates are
 * kept whole.
 *
 * @param options the {@code name=value} words, in order
 * @param rest the text without them, otherwise as written
 */
public record FreeForm(List<Option> options, String rest) {
    private static final Pattern ESCAPE =
            Pattern.compile(
                    "\\\\(U[0-9a-fA-F]{8}|u[0-9a-fA-F]{4}|x[0-9a-fA-F]{2}|[\\\\'\"abfnrtv])");
    private static final Pattern CONTINUATION = Pattern.compile(" \\\\\n");
    private static final Map<String, String> SHORT_ESCAPES =
            Map.of(
                    "a", "\u0007", "b", "\b", "f", "\f", "n", "\n", "r", "\r", "t", "\t", "v",
                    "\u000b");

    public FreeForm {
        options = List.copyOf(options);
    }

    /**
     * One {@code name=value} word.
     *
     * @param value without its quotes, escapes resolved
     * @param offset where the word begins in the text
     */
    public record Option(String name, String value, int offset) {}

    /**
     * A piece of a text between blanks.
     *
     * @param offset where it begins in the text
     */
    public record Word(String text, int offset) {}

    /**
     * Splits a text.
     *
     * @param isOption whether {@code name=} is an option; other words stay in the rest
     * @throws IllegalArgumentException when a quote or a template is not closed; the message says
     *     which
     */
    public static FreeForm parse(String text, Predicate<String> isOption) {
        var joined = CONTINUATION.matcher(text).replaceAll("");
        var options = new ArrayList<Option>();
        var rest = new StringBuilder();
        var copied = 0;
        for (var word : words(joined)) {
            var equals = equalsSign(word.text());
            var end = word.offset() + word.text().length();
            var name = equals > 0 ? word.text().substring(0, equals) : "";
            if (equals > 0 && isOption.test(name)) {
                options.add(
                        new Option(name, value(word.text().substring(equals + 1)), word.offset()));
                rest.append(joined, copied, word.offset());
                copied = end + (joined.startsWith(" ", end) ? 1 : 0);
            } else if (equals < 0) {
                rest.append(joined, copied, word.offset()).append(word.text().replace("\\=", "="));
                copied = end;
            }
        }
        var raw = rest.append(joined.substring(copied)).toString();
        return new FreeForm(
                options, raw.isBlank() ? "" : raw.stripLeading().replaceFirst(" +$", ""));
    }

    /**
     * Where the name of an option ends: at the first sign that is not escaped; -1 when there is
     * none.
     */
    private static int equalsSign(String word) {
        var found = word.indexOf('=');
        while (found > 0 && word.charAt(found - 1) == '\\') {
            found = word.indexOf('=', found + 1);
        }
        return found;
    }

    /**
     * The words of a text; quotes and templates may hold blanks.
     *
     * @throws IllegalArgumentException when a quote or a template is not closed
     */
    public static List<Word> words(String text) {
        var words = new ArrayList<Word>();
        var start = -1;
        for (var i = 0; i < text.length(); ) {
            var blank = Character.isWhitespace(text.charAt(i));
            if (blank && start >= 0) {
                words.add(new Word(text.substring(start, i), start));
                start = -1;
            } else if (!blank && start < 0) {
                start = i;
            }
            i = blank ? i + 1 : unitEnd(text, i);
        }
        if (start >= 0) {
            words.add(new Word(text.substring(start), start));
        }
        return words;
    }

    /** The end of what must not be cut: a template, a quoted text, an escape, or one character. */
    private static int unitEnd(String text, int start) {
        if (text.startsWith("{{", start)) {
            return closed(text, start, "}}");
        }
        if (text.startsWith("{%", start)) {
            return closed(text, start, "%}");
        }
        if (text.startsWith("{#", start)) {
            return closed(text, start, "#}");
        }
        return switch (text.charAt(start)) {
            case '\\' -> Math.min(text.length(), start + 2);
            case '"', '\'' -> quoteEnd(text, start);
            default -> start + 1;
        };
    }

    private static int closed(String text, int start, String end) {
        var found = text.indexOf(end, start + 2);
        if (found < 0) {
            throw new IllegalArgumentException(
                    "'" + text.substring(start, start + 2) + "' is never closed");
        }
        return found + 2;
    }

    private static int quoteEnd(String text, int start) {
        var quote = text.charAt(start);
        for (var i = start + 1; i < text.length(); ) {
            if (text.charAt(i) == quote) {
                return i + 1;
            }
            var template = text.startsWith("{{", i) && text.indexOf("}}", i) > 0;
            i = template ? closed(text, i, "}}") : i + (text.charAt(i) == '\\' ? 2 : 1);
        }
        throw new IllegalArgumentException("the quote " + quote + " is never closed");
    }

    private static String value(String written) {
        var quoted =
                written.length() > 1
                        && (written.startsWith("\"") || written.startsWith("'"))
                        && written.endsWith(written.substring(0, 1));
        var bare = quoted ? written.substring(1, written.length() - 1) : written;
        return ESCAPE.matcher(bare)
                .replaceAll(match -> Matcher.quoteReplacement(unescaped(match.group(1))));
    }

    private static String unescaped(String escape) {
        if (escape.length() > 1) {
            return Character.toString(Integer.parseInt(escape.substring(1), 16));
        }
        return SHORT_ESCAPES.getOrDefault(escape, escape);
    }
}
