package jplay.template.python;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Conversions between the kinds of numbers, and from text to them. */
public final class Numbers {
    private static final Pattern DIGITS = Pattern.compile("[0-9a-z]+(_[0-9a-z]+)*");
    private static final Pattern FLOAT =
            Pattern.compile(
                    "[+-]?(\\d+(_\\d+)*\\.?(\\d+(_\\d+)*)?|\\.\\d+(_\\d+)*)(e[+-]?\\d+(_\\d+)*)?");
    private static final Pattern INFINITY = Pattern.compile("[+-]?inf(inity)?");

    private Numbers() {}

    /** The shortest form of an integer: Long where it fits. */
    public static Object integer(BigInteger value) {
        return value.bitLength() < 64 ? (Object) value.longValue() : value;
    }

    /** An int or bool as a big integer. */
    public static BigInteger big(@Nullable Object value) {
        return switch (value) {
            case BigInteger big -> big;
            case Boolean bool -> bool ? BigInteger.ONE : BigInteger.ZERO;
            case Number number -> BigInteger.valueOf(number.longValue());
            case null, default ->
                    throw PythonError.type(
                            "'"
                                    + Types.name(value)
                                    + "' object cannot be interpreted as an integer");
        };
    }

    /** A number or bool as a double. */
    public static double real(@Nullable Object value) {
        return switch (value) {
            case Boolean bool -> bool ? 1 : 0;
            case Number number -> number.doubleValue();
            case null, default -> {
                Undefined.refuse(value);
                throw PythonError.type("must be real number, not " + Types.name(value));
            }
        };
    }

    /** Exactly the number. */
    public static BigDecimal decimal(Object value) {
        return Types.isIntegral(value) ? new BigDecimal(big(value)) : new BigDecimal(real(value));
    }

    /** An int or bool small enough to count with. */
    public static int index(@Nullable Object value) {
        if (!Types.isIntegral(value)) {
            Undefined.refuse(value);
            throw PythonError.type(
                    "'" + Types.name(value) + "' object cannot be interpreted as an integer");
        }
        if (value instanceof Long number) {
            return Math.clamp(number, Integer.MIN_VALUE, Integer.MAX_VALUE);
        }
        return big(value).intValue();
    }

    /** The integer part of a float; fails for what is no number. */
    public static Object truncate(double value) {
        if (Double.isInfinite(value)) {
            throw new PythonError("OverflowError", "cannot convert float infinity to integer");
        }
        if (Double.isNaN(value)) {
            throw PythonError.value("cannot convert float NaN to integer");
        }
        return integer(new BigDecimal(value).toBigInteger());
    }

    /** The integer a text spells in a base (0: as its prefix says). */
    public static Optional<Object> parseInteger(String text, int base) {
        var digits = Strings.strip(text).toLowerCase(Locale.ROOT);
        var negative = digits.startsWith("-");
        if (negative || digits.startsWith("+")) {
            digits = digits.substring(1);
        }
        var radix = base;
        var prefixed = prefixRadix(digits);
        if (prefixed > 0 && (base == 0 || base == prefixed)) {
            digits = digits.substring(2);
            radix = prefixed;
        }
        if (!DIGITS.matcher(digits).matches()) {
            return Optional.empty();
        }
        try {
            var value = new BigInteger(digits.replace("_", ""), radix == 0 ? 10 : radix);
            return Optional.of(integer(negative ? value.negate() : value));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static int prefixRadix(String digits) {
        return switch (digits.length() < 2 ? "" : digits.substring(0, 2)) {
            case "0x" -> 16;
            case "0o" -> 8;
            case "0b" -> 2;
            default -> 0;
        };
    }

    /** The float a text spells. */
    public static Optional<Double> parseFloat(String text) {
        var trimmed = Strings.strip(text).toLowerCase(Locale.ROOT);
        if (INFINITY.matcher(trimmed).matches()) {
            return Optional.of(
                    trimmed.startsWith("-") ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY);
        }
        if (trimmed.matches("[+-]?nan")) {
            return Optional.of(Double.NaN);
        }
        if (!FLOAT.matcher(trimmed).matches()) {
            return Optional.empty();
        }
        return Optional.of(Double.parseDouble(trimmed.replace("_", "")));
    }
}
