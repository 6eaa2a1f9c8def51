package jplay.template.python;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;

/** Floats as text. */
public final class Floats {
    private static final int EXPONENT_FROM = 16;
    private static final BigInteger HASH_MODULUS = BigInteger.TWO.pow(61).subtract(BigInteger.ONE);
    private static final long INFINITY_HASH = 314159;

    private Floats() {}

    /** Python's {@code hash}: the remainder of the number by the prime 2**61 - 1. */
    public static long hash(double value) {
        if (Double.isInfinite(value) || Double.isNaN(value)) {
            return value > 0 ? INFINITY_HASH : value < 0 ? -INFINITY_HASH : 0;
        }
        var exact = new BigDecimal(Math.abs(value));
        var scale = BigInteger.TEN.pow(Math.max(exact.scale(), 0)).modInverse(HASH_MODULUS);
        var whole = exact.scaleByPowerOfTen(Math.max(exact.scale(), 0)).toBigIntegerExact();
        var hash = whole.multiply(scale).mod(HASH_MODULUS).longValue();
        return value < 0 ? hash == 1 ? -2 : -hash : hash;
    }

    /** The shortest text that reads back as the same number. */
    public static String repr(double value) {
        if (Double.isNaN(value)) {
            return "nan";
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "inf" : "-inf";
        }
        if (value == 0) {
            return 1 / value < 0 ? "-0.0" : "0.0";
        }
        var sign = value < 0 ? "-" : "";
        if (Math.abs(value) == Double.MIN_VALUE) {
            return sign + "5e-324";
        }
        var shortest = new BigDecimal(Double.toString(Math.abs(value))).stripTrailingZeros();
        var digits = shortest.unscaledValue().toString();
        var exponent = digits.length() - shortest.scale() - 1;
        if (exponent < -4 || exponent >= EXPONENT_FROM) {
            return sign + scientific(digits, exponent);
        }
        var plain = shortest.toPlainString();
        return sign + (plain.indexOf('.') < 0 ? plain + ".0" : plain);
    }

    private static String scientific(String digits, int exponent) {
        var mantissa = digits.length() > 1 ? digits.charAt(0) + "." + digits.substring(1) : digits;
        return mantissa + exponent(exponent);
    }

    private static String exponent(int exponent) {
        return String.format("e%s%02d", exponent < 0 ? "-" : "+", Math.abs(exponent));
    }

    /** As the format letters e, f and g (small or capital) write a number that is not negative. */
    public static String format(double value, char letter, int precision, boolean alternate) {
        var small = Character.toLowerCase(letter);
        String text;
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            text = Double.isNaN(value) ? "nan" : "inf";
        } else if (small == 'f') {
            text =
                    new BigDecimal(value)
                            .setScale(precision, RoundingMode.HALF_EVEN)
                            .toPlainString();
        } else if (small == 'e') {
            text = withExponent(value, precision);
        } else {
            text = general(value, Math.max(1, precision), alternate);
        }
        if (alternate && precision == 0 && text.indexOf('.') < 0) {
            text += ".";
        }
        return small == letter ? text : text.toUpperCase(Locale.ROOT);
    }

    private static String general(double value, int precision, boolean alternate) {
        if (value == 0) {
            return alternate ? "0." + "0".repeat(precision - 1) : "0";
        }
        var rounded =
                new BigDecimal(value).round(new MathContext(precision, RoundingMode.HALF_EVEN));
        var exponent = rounded.precision() - rounded.scale() - 1;
        var text =
                exponent < -4 || exponent >= precision
                        ? withExponent(value, precision - 1)
                        : rounded.setScale(
                                        Math.max(0, precision - 1 - exponent),
                                        RoundingMode.HALF_EVEN)
                                .toPlainString();
        return alternate ? text : withoutTrailingZeros(text);
    }

    private static String withoutTrailingZeros(String text) {
        var at = text.indexOf('e');
        var mantissa = at < 0 ? text : text.substring(0, at);
        if (mantissa.indexOf('.') >= 0) {
            mantissa = mantissa.replaceAll("0+$", "").replaceAll("\\.$", "");
        }
        return at < 0 ? mantissa : mantissa + text.substring(at);
    }

    private static String withExponent(double value, int precision) {
        if (value == 0) {
            return "0" + (precision > 0 ? "." + "0".repeat(precision) : "") + "e+00";
        }
        var rounded =
                new BigDecimal(value).round(new MathContext(precision + 1, RoundingMode.HALF_EVEN));
        var digits = rounded.unscaledValue().toString();
        var exponent = rounded.precision() - rounded.scale() - 1;
        digits += "0".repeat(Math.max(0, precision + 1 - digits.length()));
        digits = digits.substring(0, precision + 1);
        return digits.charAt(0)
                + (precision > 0 ? "." + digits.substring(1) : "")
                + exponent(exponent);
    }
}
