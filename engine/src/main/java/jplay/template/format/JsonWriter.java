package jplay.template.format;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jplay.template.python.Comparison;
import jplay.template.python.Dates;
import jplay.template.python.Floats;
import jplay.template.python.Numbers;
import jplay.template.python.PythonError;
import jplay.template.python.Range;
import jplay.template.python.Types;
import jplay.template.python.Undefined;
import org.jspecify.annotations.Nullable;

/**
 * JSON in the way of Python's {@code json.dumps}.
 *
 * @param indent what stands before a line, once per level; empty for one line
 * @param sortKeys whether keys are sorted
 * @param asciiOnly whether other characters are escaped
 * @param itemSeparator between elements
 * @param keySeparator between key and value
 */
public record JsonWriter(
        Optional<String> indent,
        boolean sortKeys,
        boolean asciiOnly,
        String itemSeparator,
        String keySeparator) {
    /** Sorted keys, and only ASCII. */
    public static JsonWriter sorted(Optional<String> indent) {
        return of(indent, true, true);
    }

    /** With Python's usual separators. */
    public static JsonWriter of(Optional<String> indent, boolean sortKeys, boolean asciiOnly) {
        var separator = indent.isPresent() ? "," : ", ";
        return new JsonWriter(indent, sortKeys, asciiOnly, separator, ": ");
    }

    /** The indentation as Python takes it: a number of spaces, or the text itself. */
    public static Optional<String> indentation(@Nullable Object given) {
        return switch (given) {
            case null -> Optional.empty();
            case CharSequence text -> Optional.of(text.toString());
            default -> Optional.of(" ".repeat(Math.max(0, Numbers.index(given))));
        };
    }

    /** The text of a value. */
    public String write(@Nullable Object value) {
        var out = new StringBuilder();
        append(out, value, 0);
        return out.toString();
    }

    /** A text between quotes. */
    public static String text(String text) {
        return of(Optional.empty(), false, true).write(text);
    }

    private void append(StringBuilder out, @Nullable Object value, int level) {
        switch (value) {
            case null -> out.append("null");
            case CharSequence text -> appendText(out, text.toString());
            case Map<?, ?> dict -> appendDict(out, dict, level);
            case Range _ -> throw notSerializable(value);
            case List<?> list -> appendList(out, list, level);
            case Collection<?> _ -> throw notSerializable(value);
            case Undefined undefined -> throw undefined.failure();
            default -> out.append(scalar(value));
        }
    }

    private static String scalar(Object value) {
        if (value instanceof Boolean || Types.isInteger(value)) {
            return value.toString();
        }
        if (value instanceof Number number) {
            var real = number.doubleValue();
            if (Double.isNaN(real)) {
                return "NaN";
            }
            return Double.isInfinite(real)
                    ? real > 0 ? "Infinity" : "-Infinity"
                    : Floats.repr(real);
        }
        if (value instanceof java.time.temporal.Temporal) {
            return '"' + Dates.iso(value) + '"';
        }
        throw notSerializable(value);
    }

    private static PythonError notSerializable(Object value) {
        return PythonError.type(
                "Object of type " + Types.name(value) + " is not JSON serializable");
    }

    private void appendDict(StringBuilder out, Map<?, ?> dict, int level) {
        if (dict.isEmpty()) {
            out.append("{}");
            return;
        }
        var keys = new ArrayList<@Nullable Object>(dict.keySet());
        if (sortKeys) {
            keys.sort(Comparison.ORDER);
        }
        out.append('{');
        for (Iterator<@Nullable Object> rest = keys.iterator(); rest.hasNext(); ) {
            var key = rest.next();
            newLine(out, level + 1);
            appendText(out, key instanceof CharSequence text ? text.toString() : keyText(key));
            out.append(keySeparator);
            append(out, jplay.template.python.Keys.get(dict, key), level + 1);
            out.append(rest.hasNext() ? itemSeparator : "");
        }
        newLine(out, level);
        out.append('}');
    }

    /** A key that is no text as Python turns it into one. */
    public static String keyText(@Nullable Object key) {
        if (key == null) {
            return "null";
        }
        if (Types.isNumber(key)) {
            return scalar(key);
        }
        throw PythonError.type(
                "keys must be str, int, float, bool or None, not " + Types.name(key));
    }

    private void appendList(StringBuilder out, List<?> list, int level) {
        if (list.isEmpty()) {
            out.append("[]");
            return;
        }
        out.append('[');
        for (var rest = list.iterator(); rest.hasNext(); ) {
            newLine(out, level + 1);
            append(out, rest.next(), level + 1);
            out.append(rest.hasNext() ? itemSeparator : "");
        }
        newLine(out, level);
        out.append(']');
    }

    private void newLine(StringBuilder out, int level) {
        indent.ifPresent(text -> out.append('\n').append(text.repeat(level)));
    }

    private void appendText(StringBuilder out, String text) {
        out.append('"');
        text.chars().forEach(c -> appendCharacter(out, (char) c));
        out.append('"');
    }

    private void appendCharacter(StringBuilder out, char c) {
        var brief = "\"\\\n\r\t\b\f".indexOf(c);
        if (brief >= 0) {
            out.append('\\').append("\"\\nrtbf".charAt(brief));
        } else if (c < ' ' || (asciiOnly && c > 126)) {
            out.append(String.format("\\u%04x", (int) c));
        } else {
            out.append(c);
        }
    }
}
