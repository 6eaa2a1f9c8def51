package jplay.template.python;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import jplay.value.TemplateString;
import org.jspecify.annotations.Nullable;

/** Python's {@code str} and {@code repr}. */
public final class Text {
    private Text() {}

    /** As {@code str} gives it. */
    public static String of(@Nullable Object value) {
        return switch (value) {
            case null -> "None";
            case String text -> text;
            case CharSequence text -> text.toString();
            case Undefined undefined when undefined.isLenient() -> "";
            case Undefined undefined -> throw undefined.failure();
            case LocalDate _, LocalDateTime _, OffsetDateTime _, Duration _ -> Dates.text(value);
            default -> repr(value);
        };
    }

    /** As {@code repr} gives it. */
    public static String repr(@Nullable Object value) {
        var out = new StringBuilder();
        append(out, value);
        return out.toString();
    }

    private static void append(StringBuilder out, @Nullable Object value) {
        switch (value) {
            case null -> out.append("None");
            case Boolean bool -> out.append(bool ? "True" : "False");
            case Markup markup -> {
                out.append("Markup(");
                quote(out, markup.toString());
                out.append(')');
            }
            case CharSequence text -> quote(out, text.toString());
            case TemplateString template -> quote(out, template.text());
            case Number number ->
                    out.append(
                            Types.isInteger(number) ? number : Floats.repr(number.doubleValue()));
            case Range range -> out.append(range);
            case Tuple tuple -> appendAll(out, tuple, "(", tuple.size() == 1 ? ",)" : ")");
            case View view -> appendAll(out, view, view.typeName() + "([", "])");
            case Map<?, ?> dict -> appendDict(out, dict);
            case Set<?> set when set.isEmpty() -> out.append("set()");
            case Set<?> set -> appendAll(out, set, "{", "}");
            case Collection<?> collection -> appendAll(out, collection, "[", "]");
            case Bytes bytes -> appendBytes(out, bytes.content());
            case LocalDate _, LocalDateTime _, OffsetDateTime _, Duration _ ->
                    out.append(Dates.repr(value));
            case Generator _ -> out.append("<generator object>");
            default -> out.append(value);
        }
    }

    private static void appendAll(
            StringBuilder out, Collection<?> values, String start, String end) {
        out.append(start);
        var separator = "";
        for (var value : values) {
            out.append(separator);
            append(out, value);
            separator = ", ";
        }
        out.append(end);
    }

    private static void appendDict(StringBuilder out, Map<?, ?> dict) {
        out.append('{');
        var separator = "";
        for (var entry : dict.entrySet()) {
            out.append(separator);
            append(out, entry.getKey());
            out.append(": ");
            append(out, entry.getValue());
            separator = ", ";
        }
        out.append('}');
    }

    private static char quoteFor(boolean hasSingle, boolean hasDouble) {
        return hasSingle && !hasDouble ? '"' : '\'';
    }

    private static void quote(StringBuilder out, String text) {
        var quote = quoteFor(text.indexOf('\'') >= 0, text.indexOf('"') >= 0);
        out.append(quote);
        text.codePoints()
                .forEach(c -> {
                    if (c == quote) {
                        out.append('\\').append(quote);
                    } else {
                        appendCharacter(out, c);
                    }
                });
        out.append(quote);
    }

    private static void appendCharacter(StringBuilder out, int c) {
        switch (c) {
            case '\\' -> out.append("\\\\");
            case '\n' -> out.append("\\n");
            case '\r' -> out.append("\\r");
            case '\t' -> out.append("\\t");
            default -> {
                if ((c >= ' ' && c < 127) || (c > 127 && Strings.isPrintable(c))) {
                    out.appendCodePoint(c);
                } else {
                    out.append(escape(c));
                }
            }
        }
    }

    /** A character as {@code \x..}, {@code \\u....} or {@code \U........}. */
    static String escape(int c) {
        var format = c <= 0xff ? "\\x%02x" : c <= 0xffff ? "\\u%04x" : "\\U%08x";
        return String.format(format, c);
    }

    private static void appendBytes(StringBuilder out, byte[] bytes) {
        var text = new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1);
        var quote = quoteFor(text.indexOf('\'') >= 0, text.indexOf('"') >= 0);
        out.append('b').append(quote);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == quote) {
                out.append('\\').append(quote);
            } else if (c > 126) {
                out.append(escape(c));
            } else {
                appendCharacter(out, c);
            }
        }
        out.append(quote);
    }
}
