package jplay.yaml;

import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Gives scalars the types that YAML 1.1 gives them, exactly as PyYAML does. */
final class ScalarResolver {
    private static final Map<String, Boolean> BOOLEANS =
            Map.of(
                    "yes", true, "true", true, "on", true, "no", false, "false", false, "off",
                    false);
    private static final Pattern BOOLEAN =
            Pattern.compile(
                    "yes|Yes|YES|no|No|NO|true|True|TRUE"
                            + "|false|False|FALSE|on|On|ON|off|Off|OFF");
    private static final Pattern NULL = Pattern.compile("~|null|Null|NULL|");
    private static final Pattern INTEGER =
            Pattern.compile(
                    "[-+]?0b[0-1_]+|[-+]?0[0-7_]+"
                            + "|[-+]?(?:0|[1-9][0-9_]*)|[-+]?0x[0-9a-fA-F_]+|[-+]?[1-9][0-9_]*(?::[0-5]?[0-9])+");
    private static final Pattern FLOAT =
            Pattern.compile(
                    "[-+]?[0-9][0-9_]*\\.[0-9_]*(?:[eE][-+][0-9]+)?"
                            + "|\\.[0-9][0-9_]*(?:[eE][-+][0-9]+)?|[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+\\.[0-9_]*"
                            + "|[-+]?\\.(?:inf|Inf|INF)|\\.(?:nan|NaN|NAN)");
    private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
    private static final Pattern TIMESTAMP =
            Pattern.compile(
                    "([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})"
                            + "(?:[Tt]|[ \\t]+)([0-9]{1,2}):([0-9]{2}):([0-9]{2})(?:\\.([0-9]*))?"
                            + "(?:[ \\t]*(Z|([-+])([0-9]{1,2})(?::([0-9]{2}))?))?");

    private ScalarResolver() {}

    /**
     * The value of an unquoted scalar.
     *
     * @throws DateTimeException for a date that no calendar has
     * @throws IllegalArgumentException for a number without digits
     */
    static @Nullable Object plain(String text) {
        if (NULL.matcher(text).matches()) {
            return null;
        }
        if ("=-+.0123456789".indexOf(text.charAt(0)) < 0) {
            return BOOLEAN.matcher(text).matches() ? truth(text) : text;
        }
        if (INTEGER.matcher(text).matches()) {
            return integer(text);
        }
        if (FLOAT.matcher(text).matches()) {
            return floating(text);
        }
        var timestamp = DATE.matcher(text).matches() || TIMESTAMP.matcher(text).matches();
        return timestamp ? timestamp(text) : text;
    }

    /**
     * The value of a scalar whose type was given, as {@code int}; the same exceptions as {@link
     * #plain}.
     */
    static @Nullable Object typed(String type, String text) {
        return switch (type) {
            case "str" -> text;
            case "int" -> integer(text);
            case "float" -> floating(text);
            case "bool" -> truth(text);
            case "null" -> null;
            case "timestamp" -> timestamp(text);
            case "binary" -> Base64.getDecoder().decode(text.replaceAll("\\s", ""));
            default -> throw new IllegalArgumentException(type);
        };
    }

    private static Boolean truth(String text) {
        var value = BOOLEANS.get(text.toLowerCase(Locale.ROOT));
        if (value == null) {
            throw new IllegalArgumentException(text);
        }
        return value;
    }

    private static Number integer(String text) {
        var digits = text.replace("_", "");
        var negative = digits.startsWith("-");
        var bare = negative || digits.startsWith("+") ? digits.substring(1) : digits;
        var value = magnitude(bare);
        var signed = negative ? value.negate() : value;
        return signed.bitLength() < Long.SIZE ? (Number) signed.longValue() : signed;
    }

    private static BigInteger magnitude(String digits) {
        if (digits.startsWith("0b")) {
            return new BigInteger(digits.substring(2), 2);
        }
        if (digits.startsWith("0x")) {
            return new BigInteger(digits.substring(2), 16);
        }
        if (digits.length() > 1 && digits.startsWith("0")) {
            return new BigInteger(digits, 8);
        }
        var value = BigInteger.ZERO;
        for (var part : digits.split(":", -1)) {
            value = value.multiply(BigInteger.valueOf(60)).add(new BigInteger(part));
        }
        return value;
    }

    private static Double floating(String text) {
        var digits = text.replace("_", "").toLowerCase(Locale.ROOT);
        var sign = digits.startsWith("-") ? -1.0 : 1.0;
        var bare = digits.startsWith("-") || digits.startsWith("+") ? digits.substring(1) : digits;
        if (bare.equals(".inf")) {
            return sign * Double.POSITIVE_INFINITY;
        }
        if (bare.equals(".nan")) {
            return Double.NaN;
        }
        var value = 0.0;
        for (var part : bare.split(":", -1)) {
            value = value * 60 + Double.parseDouble(part);
        }
        return sign * value;
    }

    private static Object timestamp(String text) {
        if (DATE.matcher(text).matches()) {
            return LocalDate.parse(text);
        }
        var match = TIMESTAMP.matcher(text);
        if (!match.matches()) {
            throw new IllegalArgumentException(text);
        }
        var time =
                LocalDateTime.of(
                        number(match, 1),
                        number(match, 2),
                        number(match, 3),
                        number(match, 4),
                        number(match, 5),
                        number(match, 6),
                        nanoseconds(match.group(7)));
        if (match.group(8) == null) {
            return time;
        }
        return time.atOffset(offset(match));
    }

    private static ZoneOffset offset(Matcher match) {
        if (match.group(8).equals("Z")) {
            return ZoneOffset.UTC;
        }
        var minutes = number(match, 10) * 60 + (match.group(11) == null ? 0 : number(match, 11));
        return ZoneOffset.ofTotalSeconds((match.group(9).equals("-") ? -60 : 60) * minutes);
    }

    private static int number(Matcher match, int group) {
        return Integer.parseInt(match.group(group));
    }

    /** Python keeps six digits. */
    private static int nanoseconds(@Nullable String fraction) {
        if (fraction == null) {
            return 0;
        }
        return Integer.parseInt((fraction + "000000").substring(0, 6)) * 1000;
    }
}
