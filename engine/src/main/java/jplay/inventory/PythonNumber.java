package jplay.inventory;

import java.math.BigInteger;
import java.util.Optional;
import java.util.regex.Pattern;

/** Numbers as Python writes them. */
final class PythonNumber {
    private static final Pattern DIGITS = Pattern.compile("\\d+");
    private static final Pattern ZEROS = Pattern.compile("0+");

    private PythonNumber() {}

    /** An address such as 10.0.0.1, which no number looks like. */
    static boolean isDotted(String text) {
        return Character.isDigit(text.charAt(0))
                && text.indexOf('.') != text.lastIndexOf('.')
                && text.chars().allMatch(c -> c == '.' || (c >= '0' && c <= '9'));
    }

    /** Nothing but digits, few enough for a long. */
    static boolean isSmall(String text) {
        return text.length() < 18
                && (text.charAt(0) != '0' || text.length() == 1)
                && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    /** The value of a number without sign; none when it has leading zeros, which Python refuses. */
    static Optional<Object> valueOf(String written) {
        var plain = written.replace("_", "");
        if (plain.length() > 1 && plain.charAt(0) == '0' && "xXoObB".indexOf(plain.charAt(1)) >= 0) {
            var radix = switch (Character.toLowerCase(plain.charAt(1))) {
                case 'x' -> 16;
                case 'o' -> 8;
                default -> 2;
            };
            return Optional.of(whole(new BigInteger(plain.substring(2), radix)));
        }
        if (!DIGITS.matcher(plain).matches()) {
            return Optional.of(Double.valueOf(plain));
        }
        var refused = plain.startsWith("0") && !ZEROS.matcher(plain).matches();
        return refused ? Optional.empty() : Optional.of(whole(new BigInteger(plain)));
    }

    private static Object whole(BigInteger number) {
        return number.bitLength() < Long.SIZE ? (Object) number.longValue() : number;
    }
}
