package jplay.template.method;

import java.util.Locale;
import java.util.regex.Pattern;
import jplay.template.python.Floats;
import jplay.template.python.Numbers;
import jplay.template.python.PythonError;
import jplay.template.python.Strings;
import jplay.template.python.Text;
import jplay.template.python.Types;
import org.jspecify.annotations.Nullable;

/**
 * What stands behind the colon of a replacement field.
 *
 * @param align one of {@code < > = ^}; 0 when not given
 * @param precision -1 when not given
 * @param group what separates thousands; 0 for nothing
 * @param type the format letter; 0 when not given
 */
record FormatSpec(
        String fill,
        char align,
        char sign,
        boolean alternate,
        boolean zero,
        int width,
        char group,
        int precision,
        char type) {
    private static final Pattern SYNTAX =
            Pattern.compile(
                    "(?:(?<fill>.)?(?<align>[<>=^]))?(?<sign>[-+ ])?(?<alt>#)?(?<zero>0)?(?<width>\\d+)?"
                            + "(?<group>[,_])?(?:\\.(?<precision>\\d+))?(?<type>[a-zA-Z%])?",
                    Pattern.DOTALL);

    static FormatSpec parse(String spec) {
        var parts = SYNTAX.matcher(spec);
        if (!parts.matches()) {
            throw PythonError.value("Invalid format specifier '" + spec + "'");
        }
        var zero = parts.group("zero") != null;
        var padded = zero && parts.group("align") == null;
        var fill = parts.group("fill") == null ? padded ? "0" : " " : parts.group("fill");
        return new FormatSpec(
                fill,
                padded ? '=' : letter(parts.group("align")),
                letter(parts.group("sign")),
                parts.group("alt") != null,
                padded,
                number(parts.group("width"), 0),
                letter(parts.group("group")),
                number(parts.group("precision"), -1),
                letter(parts.group("type")));
    }

    private static char letter(@Nullable String text) {
        return text == null ? 0 : text.charAt(0);
    }

    private static int number(@Nullable String text, int orElse) {
        return text == null ? orElse : Integer.parseInt(text);
    }

    private boolean isPlain() {
        return equals(parse(""));
    }

    String format(@Nullable Object value) {
        if (isPlain()) {
            return Text.of(value);
        }
        if (Types.isNumber(value)) {
            return Types.isIntegral(value) && (type == 0 || "dxXobcn".indexOf(type) >= 0)
                    ? integer(value)
                    : real(Numbers.real(value));
        }
        if (value instanceof CharSequence) {
            return text(value);
        }
        throw PythonError.type(
                "unsupported format string passed to " + Types.name(value) + ".__format__");
    }

    private String text(Object value) {
        if (type != 0 && type != 's') {
            throw unknownType(value);
        }
        if (align == '=' && !zero) {
            throw PythonError.value("'=' alignment not allowed in string format specifier");
        }
        var text = Text.of(value);
        return pad("", precision < 0 ? text : Strings.cut(text, precision), '<');
    }

    private PythonError unknownType(Object value) {
        return PythonError.value(
                "Unknown format code '"
                        + type
                        + "' for object of type '"
                        + Types.name(value)
                        + "'");
    }

    private String signOf(boolean negative) {
        return negative ? "-" : sign == '+' || sign == ' ' ? Character.toString(sign) : "";
    }

    private String integer(Object value) {
        var number = Numbers.big(value);
        if (type == 'c') {
            return pad("", Character.toString(number.intValue()), '>');
        }
        var radix =
                switch (type) {
                    case 'x', 'X' -> 16;
                    case 'o' -> 8;
                    case 'b' -> 2;
                    default -> 10;
                };
        var digits = number.abs().toString(radix);
        if (type == 'X') {
            digits = digits.toUpperCase(Locale.ROOT);
        }
        var prefix = alternate && radix != 10 ? "0" + type : "";
        return pad(signOf(number.signum() < 0) + prefix, grouped(digits, radix == 10 ? 3 : 4), '>');
    }

    private String real(double value) {
        var body = magnitude(Math.abs(value));
        var dot = body.indexOf('.');
        var whole = dot < 0 ? body : body.substring(0, dot);
        var grouped = grouped(whole, 3) + (dot < 0 ? "" : body.substring(dot));
        return pad(signOf(value < 0 || (value == 0 && 1 / value < 0)), grouped, '>');
    }

    private String magnitude(double value) {
        var digits = precision < 0 ? 6 : precision;
        if (type == '%') {
            return Floats.format(value * 100, 'f', digits, alternate) + "%";
        }
        if (type == 0 && precision < 0) {
            return Floats.repr(value);
        }
        if (type == 0) {
            var text = Floats.format(value, 'g', digits, alternate);
            return text.contains(".") || text.contains("e") ? text : text + ".0";
        }
        if ("eEfFgGn".indexOf(type) < 0) {
            throw unknownType(value);
        }
        return Floats.format(value, type == 'n' ? 'g' : type, digits, alternate);
    }

    private String grouped(String digits, int size) {
        if (group == 0) {
            return digits;
        }
        var out = new StringBuilder(digits);
        for (var at = digits.length() - size; at > 0; at -= size) {
            out.insert(at, group);
        }
        return out.toString();
    }

    private String pad(String lead, String body, char usual) {
        var missing = Math.max(0, width - Strings.length(body) - lead.length());
        var padding = fill.repeat(missing);
        return switch (align == 0 || (align == '=' && usual == '<') ? usual : align) {
            case '<' -> lead + body + padding;
            case '^' -> fill.repeat(missing / 2) + lead + body + fill.repeat(missing - missing / 2);
            case '=' -> lead + padding + body;
            default -> padding + lead + body;
        };
    }
}
