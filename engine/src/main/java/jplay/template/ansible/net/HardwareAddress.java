package jplay.template.ansible.net;

import java.math.BigInteger;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jplay.template.python.Numbers;
import jplay.template.python.PythonError;
import org.jspecify.annotations.Nullable;

/**
 * The address of a network interface.
 *
 * @param bits 48 or 64
 */
record HardwareAddress(BigInteger number, int bits) {
    private static final Pattern SEPARATED =
            Pattern.compile("(?i)[0-9a-f]+(?:([-:.])[0-9a-f]+(?:\\1[0-9a-f]+)*)?\\n?");
    private static final Pattern DECIMAL = Pattern.compile("\\d+\\n?");

    /** Reads any of the usual ways to write one, or a number. */
    static Optional<HardwareAddress> parse(String written) {
        var match = SEPARATED.matcher(written);
        if (!match.matches()) {
            return Optional.empty();
        }
        var text = written.strip();
        return (match.group(1) == null ? bare(text) : separated(text, match))
                .or(() -> decimal(written));
    }

    private static Optional<HardwareAddress> bare(String text) {
        return switch (text.length()) {
            case 11, 12 -> Optional.of(new HardwareAddress(new BigInteger(text, 16), 48));
            case 16 -> Optional.of(new HardwareAddress(new BigInteger(text, 16), 64));
            default -> Optional.empty();
        };
    }

    private static Optional<HardwareAddress> decimal(String written) {
        if (!DECIMAL.matcher(written).matches()) {
            return Optional.empty();
        }
        var number = new BigInteger(written.strip());
        return number.bitLength() > 64
                ? Optional.empty()
                : Optional.of(new HardwareAddress(number, number.bitLength() > 48 ? 64 : 48));
    }

    private static Optional<HardwareAddress> separated(String text, Matcher match) {
        var separator = match.group(1);
        var parts = text.split(Pattern.quote(separator), -1);
        var isDotted = separator.equals(".");
        var digits =
                switch (parts.length) {
                    case 2 -> isDotted ? 0 : 6;
                    case 3, 4 -> 4;
                    case 6, 8 -> isDotted ? 0 : 2;
                    default -> 0;
                };
        var number = BigInteger.ZERO;
        for (var part : parts) {
            if (part.length() > digits || (digits == 6 && part.length() < 5)) {
                return Optional.empty();
            }
            number = number.shiftLeft(4 * digits).add(new BigInteger(part, 16));
        }
        return Optional.of(new HardwareAddress(number, 4 * digits * parts.length));
    }

    /** The lower half of an address that a host gives itself. */
    BigInteger interfaceNumber() {
        var number64 = number;
        if (bits == 48) {
            var vendor = number.shiftRight(24).shiftLeft(16).add(BigInteger.valueOf(0xfffe));
            number64 = vendor.shiftLeft(24).add(number.and(BigInteger.valueOf(0xffffff)));
        }
        return number64.flipBit(57);
    }

    /** In one of the formats with a name; null for a name that is not known. */
    @Nullable Object format(String name) {
        return switch (name) {
            case "bare" -> grouped("%02X", "", 1);
            case "cisco" -> grouped("%02x", ".", 2);
            case "int" -> Numbers.integer(number);
            case "linux" -> grouped("%02x", ":", 1);
            case "pgsql", "postgresql", "psql" -> grouped("%02x", ":", 3);
            case "unix" -> grouped("%x", ":", 1);
            case "win" -> grouped("%02X", "-", 1);
            default -> null;
        };
    }

    private String grouped(String format, String separator, int bytes) {
        if (bits != 48) {
            throw new PythonError(
                    "IndexError", "integer out of bounds: '0x" + number.toString(16) + "'!");
        }
        var out = new StringBuilder();
        for (var i = 0; i < 6; i++) {
            out.append(i > 0 && i % bytes == 0 ? separator : "");
            out.append(format.formatted(number.shiftRight(40 - 8 * i).intValue() & 0xff));
        }
        return out.toString();
    }
}
