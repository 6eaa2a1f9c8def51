package jplay.template.format;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import jplay.template.python.Numbers;
import jplay.template.python.PythonError;
import org.jspecify.annotations.Nullable;

/**
 * Reads JSON as Python's {@code json.loads}: also {@code NaN} and {@code Infinity}; of equal keys
 * the last wins.
 */
public final class JsonReader {
    private static final Pattern NUMBER =
            Pattern.compile("-?(?:0|[1-9]\\d*)(?<real>(?:\\.\\d+)?(?:[eE][-+]?\\d+)?)");

    private final String source;
    private int at;

    private JsonReader(String source) {
        this.source = source;
    }

    /** The value of a text. */
    public static @Nullable Object read(String source) {
        var reader = new JsonReader(source);
        var value = reader.value();
        reader.skipSpace();
        if (reader.at < source.length()) {
            throw reader.error("Extra data");
        }
        return value;
    }

    private PythonError error(String message) {
        var before = source.substring(0, Math.min(at, source.length()));
        var line = before.chars().filter(c -> c == '\n').count() + 1;
        var column = before.length() - before.lastIndexOf('\n');
        return new PythonError(
                "JSONDecodeError",
                message + ": line " + line + " column " + column + " (char " + at + ")");
    }

    private void skipSpace() {
        while (at < source.length() && " \t\n\r".indexOf(source.charAt(at)) >= 0) {
            at++;
        }
    }

    private boolean skip(char c) {
        skipSpace();
        var found = at < source.length() && source.charAt(at) == c;
        at += found ? 1 : 0;
        return found;
    }

    private @Nullable Object value() {
        skipSpace();
        if (at >= source.length()) {
            throw error("Expecting value");
        }
        return switch (source.charAt(at)) {
            case '{' -> dict();
            case '[' -> list();
            case '"' -> text();
            case 't' -> word("true", true);
            case 'f' -> word("false", false);
            case 'n' -> word("null", null);
            case 'N' -> word("NaN", Double.NaN);
            case 'I' -> word("Infinity", Double.POSITIVE_INFINITY);
            default ->
                    source.startsWith("-Infinity", at)
                            ? word("-Infinity", Double.NEGATIVE_INFINITY)
                            : number();
        };
    }

    private @Nullable Object word(String word, @Nullable Object value) {
        if (!source.startsWith(word, at)) {
            throw error("Expecting value");
        }
        at += word.length();
        return value;
    }

    private Object number() {
        var match = NUMBER.matcher(source).region(at, source.length());
        if (!match.lookingAt()) {
            throw error("Expecting value");
        }
        at = match.end();
        return match.group("real").isEmpty()
                ? Numbers.integer(new BigInteger(match.group()))
                : (Object) Double.parseDouble(match.group());
    }

    private Map<@Nullable Object, @Nullable Object> dict() {
        at++;
        var dict = new LinkedHashMap<@Nullable Object, @Nullable Object>();
        if (skip('}')) {
            return dict;
        }
        do {
            skipSpace();
            if (at >= source.length() || source.charAt(at) != '"') {
                throw error("Expecting property name enclosed in double quotes");
            }
            var key = text();
            if (!skip(':')) {
                throw error("Expecting ':' delimiter");
            }
            dict.put(key, value());
        } while (skip(','));
        if (!skip('}')) {
            throw error("Expecting ',' delimiter");
        }
        return dict;
    }

    private List<@Nullable Object> list() {
        at++;
        var list = new ArrayList<@Nullable Object>();
        if (skip(']')) {
            return list;
        }
        do {
            list.add(value());
        } while (skip(','));
        if (!skip(']')) {
            throw error("Expecting ',' delimiter");
        }
        return list;
    }

    private String text() {
        at++;
        var out = new StringBuilder();
        while (at < source.length() && source.charAt(at) != '"') {
            var c = source.charAt(at++);
            if (c < ' ') {
                throw error("Invalid control character at");
            }
            out.append(c == '\\' ? escape() : c);
        }
        if (at >= source.length()) {
            throw error("Unterminated string starting at");
        }
        at++;
        return out.toString();
    }

    private char escape() {
        if (at >= source.length()) {
            throw error("Unterminated string starting at");
        }
        var c = source.charAt(at++);
        if (c == 'u') {
            return unicode();
        }
        var simple = "\"\\/bfnrt".indexOf(c);
        if (simple < 0) {
            throw error("Invalid \\escape");
        }
        return "\"\\/\b\f\n\r\t".charAt(simple);
    }

    private char unicode() {
        try {
            var code = Integer.parseInt(source, at, at + 4, 16);
            at += 4;
            return (char) code;
        } catch (NumberFormatException | IndexOutOfBoundsException e) {
            throw error("Invalid \\uXXXX escape");
        }
    }
}
