package jplay.template.ansible.crypto;

import java.math.BigInteger;
import java.util.HexFormat;
import java.util.Optional;
import jplay.template.filter.FilterCall;
import jplay.template.python.Numbers;
import jplay.template.python.PythonError;
import jplay.template.python.Text;
import jplay.template.python.Types;

/** Numbers of certificates, as numbers and as {@code 00:11:22}. */
final class SerialNumbers {
    private static final HexFormat HEX = HexFormat.ofDelimiter(":").withUpperCase();

    private SerialNumbers() {}

    static Object parse(FilterCall call) {
        if (!(call.value() instanceof CharSequence text)) {
            throw PythonError.type(
                    "The input for the community.crypto.parse_serial filter must be a string; got "
                            + Types.name(call.value())
                            + " instead");
        }
        var number = BigInteger.ZERO;
        for (var part : text.toString().split(":", -1)) {
            number = number.shiftLeft(8).add(BigInteger.valueOf(part(part)));
        }
        return Numbers.integer(number);
    }

    private static int part(String part) {
        return Numbers.parseInteger(part, 16)
                .map(Numbers::index)
                .filter(value -> value >= 0 && value < 256)
                .or(() -> refused(part))
                .orElseThrow();
    }

    private static Optional<Integer> refused(String part) {
        throw PythonError.value(
                "The part " + Text.repr(part) + " is not a hexadecimal number in range [0, 255]");
    }

    static String format(FilterCall call) {
        if (!Types.isIntegral(call.value())) {
            throw PythonError.type(
                    "The input for the community.crypto.to_serial filter must be an integer; got "
                            + Types.name(call.value())
                            + " instead");
        }
        var number = Numbers.big(call.value());
        if (number.signum() < 0) {
            throw PythonError.value(
                    "The input for the community.crypto.to_serial filter must not be negative");
        }
        var bytes = number.toByteArray();
        return HEX.formatHex(bytes, bytes.length > 1 && bytes[0] == 0 ? 1 : 0, bytes.length);
    }
}
