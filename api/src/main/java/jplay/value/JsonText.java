package jplay.value;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes one value as JSON with Python's separators. */
final class JsonText {
    private final StringBuilder text = new StringBuilder();
    private final Json.Style style;

    JsonText(Json.Style style) {
        this.style = style;
    }

    String write(@Nullable Object value) {
        add(value, 0);
        return text.toString();
    }

    private void add(@Nullable Object value, int depth) {
        switch (value) {
            case null -> text.append("null");
            case Boolean truth -> text.append(truth);
            case Long number -> text.append(number);
            case Integer number -> text.append(number);
            case BigInteger number -> text.append(number);
            case Double number -> text.append(number(number));
            case Map<?, ?> map -> addMap(map, depth);
            case List<?> list -> addList(list, depth);
            case byte[] bytes -> quote(new String(bytes, StandardCharsets.UTF_8));
            default -> quote(value.toString());
        }
    }

    private static String number(double number) {
        if (number == Math.rint(number) && Math.abs(number) < 1e16) {
            return (long) number + ".0";
        }
        if (Double.isNaN(number) || Double.isInfinite(number)) {
            return Double.toString(number);
        }
        if (Math.abs(number) >= 1e-4 && Math.abs(number) < 1e16) {
            return new BigDecimal(Double.toString(number)).toPlainString();
        }
        return Double.toString(number)
                .replace("E-", "e-")
                .replaceAll("E(\\d)", "e+$1")
                .replaceAll("\\.0e", "e");
    }

    private void addMap(Map<?, ?> map, int depth) {
        var entries = map.entrySet().stream().map(entry -> (Map.Entry<?, ?>) entry);
        if (style.sorted()) {
            entries = entries.sorted(Comparator.comparing(entry -> String.valueOf(entry.getKey())));
        }
        var first = true;
        text.append('{');
        for (var entry : entries.toList()) {
            separate(first, depth + 1);
            quote(String.valueOf(entry.getKey()));
            text.append(": ");
            add(entry.getValue(), depth + 1);
            first = false;
        }
        end(first, depth, '}');
    }

    private void addList(List<?> list, int depth) {
        var first = true;
        text.append('[');
        for (var item : list) {
            separate(first, depth + 1);
            add(item, depth + 1);
            first = false;
        }
        end(first, depth, ']');
    }

    private void separate(boolean first, int depth) {
        if (!first) {
            text.append(style.indent() > 0 ? "," : ", ");
        }
        newLine(depth);
    }

    private void end(boolean empty, int depth, char bracket) {
        if (!empty) {
            newLine(depth);
        }
        text.append(bracket);
    }

    private void newLine(int depth) {
        if (style.indent() > 0) {
            text.append('\n').repeat(' ', depth * style.indent());
        }
    }

    private void quote(String string) {
        text.append('"');
        string.chars().forEach(this::character);
        text.append('"');
    }

    private void character(int c) {
        switch (c) {
            case '"' -> text.append("\\\"");
            case '\\' -> text.append("\\\\");
            case '\n' -> text.append("\\n");
            case '\r' -> text.append("\\r");
            case '\t' -> text.append("\\t");
            case '\b' -> text.append("\\b");
            case '\f' -> text.append("\\f");
            default -> {
                if (c < 0x20) {
                    text.append("\\u%04x".formatted(c));
                } else {
                    text.append((char) c);
                }
            }
        }
    }
}
