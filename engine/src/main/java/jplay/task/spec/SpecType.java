package jplay.task.spec;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import jplay.template.python.Text;
import jplay.template.python.Types;
import jplay.value.Json;
import org.jspecify.annotations.Nullable;

/** The types that a specification can ask for, and what is taken for them. */
final class SpecType {
    private static final String WHOLE = "a whole number";

    private SpecType() {}

    /**
     * A value as a type has it.
     *
     * @throws IllegalArgumentException when it cannot be one; the message says what was got and
     *     wanted
     */
    static @Nullable Object converted(String type, @Nullable Object value) {
        return switch (type) {
            case "str", "path" -> value == null ? "" : Text.of(value);
            case "int" -> whole(value);
            case "float" -> number(value);
            case "bool" -> truth(value);
            case "list" -> list(value);
            case "dict" -> dict(value);
            default -> value;
        };
    }

    /** Whether there is such a type. */
    static boolean exists(String type) {
        return List.of(
                        "str", "path", "int", "float", "bool", "list", "dict", "raw", "json",
                        "jsonarg", "bytes", "bits")
                .contains(type);
    }

    private static Object whole(@Nullable Object value) {
        if (Types.isInteger(value)) {
            return (Number) value;
        }
        try {
            return new BigDecimal(text(value, WHOLE).strip()).toBigIntegerExact();
        } catch (ArithmeticException | NumberFormatException e) {
            throw wrong(value, WHOLE);
        }
    }

    private static Object number(@Nullable Object value) {
        try {
            return Double.valueOf(text(value, "a number").strip());
        } catch (NumberFormatException e) {
            throw wrong(value, "a number");
        }
    }

    private static Object truth(@Nullable Object value) {
        if (value instanceof Boolean) {
            return value;
        }
        return switch (Text.of(value).strip().toLowerCase(Locale.ROOT)) {
            case "yes", "y", "on", "1", "true", "t", "1.0" -> true;
            case "no", "n", "off", "0", "false", "f", "0.0" -> false;
            default -> throw wrong(value, "a boolean such as true or false");
        };
    }

    private static Object list(@Nullable Object value) {
        return switch (value) {
            case List<?> list -> list;
            case String text -> Arrays.stream(text.split(",")).map(String::strip).toList();
            case Number number -> List.of(Text.of(number));
            case null, default -> throw wrong(value, "a list");
        };
    }

    private static Object dict(@Nullable Object value) {
        if (value instanceof Map<?, ?>) {
            return value;
        }
        return Optional.ofNullable(value)
                .filter(String.class::isInstance)
                .flatMap(text -> written(text.toString().strip()))
                .orElseThrow(() -> wrong(value, "a mapping"));
    }

    private static Optional<Object> written(String text) {
        if (text.startsWith("{")) {
            try {
                return Optional.ofNullable(Json.read(text)).filter(Map.class::isInstance);
            } catch (IllegalArgumentException e) {
                return Optional.empty();
            }
        }
        var pairs = new LinkedHashMap<String, Object>();
        for (var pair : new ArrayList<>(List.of(text.split("[,\\s]+", -1)))) {
            var equals = pair.indexOf('=');
            if (equals < 1) {
                return Optional.empty();
            }
            pairs.put(pair.substring(0, equals), pair.substring(equals + 1));
        }
        return Optional.of(pairs);
    }

    private static String text(@Nullable Object value, String wanted) {
        if (value instanceof String || value instanceof Number) {
            return value.toString();
        }
        throw wrong(value, wanted);
    }

    private static IllegalArgumentException wrong(@Nullable Object value, String wanted) {
        var shown = value instanceof String text ? "'" + text + "'" : Text.of(value);
        return new IllegalArgumentException("got " + shown + ", want " + wanted);
    }
}
