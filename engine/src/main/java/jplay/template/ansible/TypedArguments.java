package jplay.template.ansible;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jplay.playbook.syntax.FreeForm;
import jplay.template.filter.FilterCall;
import jplay.template.format.JsonReader;
import jplay.template.python.Numbers;
import jplay.template.python.PythonError;
import jplay.template.python.Strings;
import jplay.template.python.Text;
import jplay.template.python.Types;
import jplay.template.python.Undefined;
import org.jspecify.annotations.Nullable;

/** The arguments of a call, converted to the types that its plugin declares. */
public record TypedArguments(FilterCall call) {
    /** An integer; empty when there is none. */
    public Optional<BigInteger> integer(String name) {
        var value = call.get(name);
        if (value == null) {
            return Optional.empty();
        }
        return Optional.of(
                number(value).orElseThrow(() -> wrong(name, value, "int")).toBigIntegerExact());
    }

    private static Optional<BigDecimal> number(Object value) {
        if (Types.isIntegral(value)) {
            return Optional.of(new BigDecimal(Numbers.big(value)));
        }
        try {
            var given = Types.isFloat(value) || value instanceof CharSequence;
            var text = given ? Strings.strip(Text.of(value)).replace("_", "") : "none";
            return Optional.of(new BigDecimal(text)).filter(TypedArguments::isWhole);
        } catch (NumberFormatException _) {
            return Optional.empty();
        }
    }

    private static boolean isWhole(BigDecimal number) {
        return number.signum() == 0 || number.stripTrailingZeros().scale() <= 0;
    }

    /** Whether something is wanted; not when nothing is said. */
    public boolean flag(String name) {
        return flag(name, call.get(name));
    }

    /** A value as a truth; null is none. */
    public static boolean flag(String name, @Nullable Object value) {
        if (value == null) {
            return false;
        }
        return Booleans.of(value).orElseThrow(() -> wrong(name, value, "bool"));
    }

    /** A list of texts. */
    public List<String> texts(String name) {
        return list(name).stream().map(value -> value == null ? "" : Text.of(value)).toList();
    }

    /** A list. */
    public List<? extends @Nullable Object> list(String name) {
        return list(name, call.get(name));
    }

    /** A value as a list: texts are split at commas. */
    public static List<? extends @Nullable Object> list(String name, @Nullable Object value) {
        if (Types.isList(value)) {
            return (List<?>) value;
        }
        if (value instanceof CharSequence text) {
            return List.of(text.toString().split(",", -1));
        }
        if (Types.isNumber(value)) {
            return List.of(Text.of(value));
        }
        throw wrong(name, value, "list");
    }

    /** A value as a dict: texts may be JSON or {@code key=value}. */
    public static Map<?, ?> dict(String name, @Nullable Object value) {
        if (value instanceof Map<?, ?> dict) {
            return dict;
        }
        if (!(value instanceof CharSequence text)) {
            throw wrong(name, value, "dict");
        }
        if (text.toString().startsWith("{")
                && JsonReader.read(text.toString()) instanceof Map<?, ?> dict) {
            return dict;
        }
        if (!text.toString().contains("=")) {
            throw PythonError.type("dictionary requested, could not parse JSON or key=value");
        }
        return pairs(text.toString());
    }

    private static Map<String, String> pairs(String text) {
        var pairs = new LinkedHashMap<String, String>();
        FreeForm.parse(text, _ -> true)
                .options()
                .forEach(option -> pairs.put(option.name(), option.value()));
        return pairs;
    }

    /** A text that must be one of several; empty when nothing is said. */
    public Optional<String> choice(String name, List<String> choices) {
        var value = call.get(name);
        if (value == null) {
            return Optional.empty();
        }
        var text = Text.of(value);
        if (!choices.contains(text)) {
            throw PythonError.value(
                    "value of %s must be one of: %s, got: %s"
                            .formatted(name, String.join(", ", choices), text));
        }
        return Optional.of(text);
    }

    private static PythonError wrong(String name, @Nullable Object value, String type) {
        Undefined.refuse(value);
        return PythonError.type(
                "argument '%s' is of type %s and we were unable to convert to %s: %s cannot be converted to %s %s"
                        .formatted(
                                name,
                                Types.name(value),
                                type,
                                Text.repr(value),
                                type.equals("int") ? "an" : "a",
                                type));
    }
}
