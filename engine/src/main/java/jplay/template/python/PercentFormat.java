package jplay.template.python;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Formatting in the way of {@code '%s' % value}. */
public final class PercentFormat {
    private static final Pattern FIELD =
            Pattern.compile(
                    "%(?:\\((?<key>[^()]*(?:\\([^()]*\\)[^()]*)*)\\))?(?<flags>[-+ #0]*)(?<width>\\*|\\d+)?"
                            + "(?:\\.(?<precision>\\*|\\d*))?[hlL]*(?<type>.)?",
                    Pattern.DOTALL);

    private final @Nullable Object argument;
    private int used;
    private boolean byKey;

    private PercentFormat(@Nullable Object argument) {
        this.argument = argument;
    }

    /** Fills the fields of a format. */
    public static String format(String format, @Nullable Object argument) {
        return new PercentFormat(argument).fill(format);
    }

    private String fill(String format) {
        var out = new StringBuilder();
        var fields = FIELD.matcher(format);
        var at = 0;
        while (fields.find()) {
            out.append(format, at, fields.start());
            at = fields.end();
            if (fields.group("type") == null) {
                throw PythonError.value("incomplete format");
            }
            out.append(field(fields));
        }
        refuseLeftovers();
        return out.append(format, at, format.length()).toString();
    }

    private void refuseLeftovers() {
        var left =
                argument instanceof Tuple tuple
                        ? used < tuple.size()
                        : used == 0
                                && !byKey
                                && !(argument instanceof Map)
                                && !(argument instanceof List);
        if (left) {
            throw PythonError.type("not all arguments converted during string formatting");
        }
    }

    private @Nullable Object next() {
        if (argument instanceof Tuple tuple ? used >= tuple.size() : used > 0) {
            throw PythonError.type("not enough arguments for format string");
        }
        used++;
        return argument instanceof Tuple tuple ? tuple.get(used - 1) : argument;
    }

    private @Nullable Object named(String key) {
        if (!(argument instanceof Map<?, ?> dict)) {
            throw PythonError.type("format requires a mapping");
        }
        byKey = true;
        var value = Keys.get(dict, key);
        if (value == PythonObject.ABSENT) {
            throw new PythonError("KeyError", Text.repr(key));
        }
        return value;
    }

    private int number(@Nullable String written, int orElse) {
        if (written == null) {
            return orElse;
        }
        if (written.equals("*")) {
            return Numbers.index(next());
        }
        return written.isEmpty() ? 0 : Integer.parseInt(written);
    }

    private String field(Matcher field) {
        var key = field.group("key");
        if (key != null && !(argument instanceof Map)) {
            throw PythonError.type("format requires a mapping");
        }
        var width = number(field.group("width"), 0);
        var precision = number(field.group("precision"), -1);
        var letter = field.group("type").charAt(0);
        if (letter == '%') {
            return "%";
        }
        var flags =
                width < 0 && "*".equals(field.group("width"))
                        ? field.group("flags") + "-"
                        : field.group("flags");
        var value = Undefined.refuse(key == null ? next() : named(key));
        var converted = convert(letter, flags, precision, value);
        return pad(converted, flags, Math.abs(width));
    }

    /** A converted value: sign and prefix stay in front of padding zeros. */
    private record Converted(String lead, String body, boolean number) {}

    private static String pad(Converted value, String flags, int width) {
        var missing = Math.max(0, width - value.lead.length() - Strings.length(value.body));
        if (flags.contains("-")) {
            return value.lead + value.body + " ".repeat(missing);
        }
        if (flags.contains("0") && value.number) {
            return value.lead + "0".repeat(missing) + value.body;
        }
        return " ".repeat(missing) + value.lead + value.body;
    }

    private static Converted convert(
            char letter, String flags, int precision, @Nullable Object value) {
        return switch (letter) {
            case 's' -> text(Text.of(value), precision);
            case 'r' -> text(Text.repr(value), precision);
            case 'a' -> text(ascii(Text.repr(value)), precision);
            case 'c' -> text(character(value), -1);
            case 'd', 'i', 'u', 'x', 'X', 'o' -> integer(letter, flags, precision, value);
            case 'e', 'E', 'f', 'F', 'g', 'G' -> {
                var real = Numbers.real(value);
                var body =
                        Floats.format(
                                Math.abs(real),
                                letter,
                                precision < 0 ? 6 : precision,
                                flags.contains("#"));
                yield new Converted(sign(real < 0 || 1 / real < 0, flags), body, true);
            }
            default -> throw PythonError.value("unsupported format character '" + letter + "'");
        };
    }

    private static Converted text(String text, int precision) {
        return new Converted("", precision < 0 ? text : Strings.cut(text, precision), false);
    }

    /** Text in which everything beyond ASCII is escaped. */
    public static String ascii(String text) {
        var out = new StringBuilder();
        text.codePoints()
                .forEach(c -> out.append(c < 128 ? Character.toString(c) : Text.escape(c)));
        return out.toString();
    }

    private static String character(@Nullable Object value) {
        if (value instanceof CharSequence text && Strings.length(text.toString()) == 1) {
            return text.toString();
        }
        if (Types.isIntegral(value)) {
            return Character.toString(Numbers.index(value));
        }
        throw PythonError.type("%c requires int or char");
    }

    private static String sign(boolean negative, String flags) {
        if (negative) {
            return "-";
        }
        return flags.contains("+") ? "+" : flags.contains(" ") ? " " : "";
    }

    private static Converted integer(
            char letter, String flags, int precision, @Nullable Object value) {
        var number = integerOf(letter, value);
        var radix = radix(letter);
        var digits = number.abs().toString(radix);
        if (letter == 'X') {
            digits = digits.toUpperCase(Locale.ROOT);
        }
        digits = "0".repeat(Math.max(0, precision - digits.length())) + digits;
        var prefix = flags.contains("#") && radix != 10 ? "0" + letter : "";
        return new Converted(sign(number.signum() < 0, flags) + prefix, digits, true);
    }

    private static int radix(char letter) {
        return switch (letter) {
            case 'x', 'X' -> 16;
            case 'o' -> 8;
            default -> 10;
        };
    }

    private static BigInteger integerOf(char letter, @Nullable Object value) {
        if (Types.isIntegral(value)) {
            return Numbers.big(value);
        }
        var decimal = radix(letter) == 10;
        if (Types.isFloat(value) && decimal) {
            return new BigDecimal(Numbers.real(value)).toBigInteger();
        }
        throw PythonError.type(
                "%"
                        + letter
                        + " format: "
                        + (decimal ? "a real number" : "an integer")
                        + " is required, not "
                        + Types.name(value));
    }
}
