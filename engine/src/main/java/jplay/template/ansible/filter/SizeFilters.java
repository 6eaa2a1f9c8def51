package jplay.template.ansible.filter;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import jplay.template.filter.FilterCall;
import jplay.template.python.Numbers;
import jplay.template.python.PercentFormat;
import jplay.template.python.PythonError;
import jplay.template.python.Text;
import jplay.template.python.Types;
import jplay.template.python.Undefined;

/** Sizes with units, and back. */
final class SizeFilters {
    private static final String UNITS = "YZEPTGMKB";
    private static final List<String> NAMES =
            List.of("yotta", "zetta", "exa", "peta", "tera", "giga", "mega", "kilo");
    private static final Pattern SIZE =
            Pattern.compile("^\\s*([0-9]*\\.?[0-9]*)(?:\\s*([A-Za-z]+))?\\s*$");

    private SizeFilters() {}

    private static BigInteger factor(char unit) {
        return BigInteger.ONE.shiftLeft(10 * (UNITS.length() - 1 - UNITS.indexOf(unit)));
    }

    static String readable(FilterCall call) {
        Undefined.refuse(call.value());
        if (!Types.isNumber(call.value())) {
            throw PythonError.type(
                    "human_readable() failed on bad input: '<' not supported between"
                            + " instances of '"
                            + Types.name(call.value())
                            + "' and 'int'");
        }
        var size = Numbers.real(call.value());
        var wanted =
                call.has("unit") ? call.text("unit").toUpperCase(Locale.ROOT).substring(0, 1) : "";
        var bits = call.flag("isbits");
        for (int i = 0; i < UNITS.length(); i++) {
            char unit = UNITS.charAt(i);
            var factor = factor(unit).doubleValue();
            var takes = wanted.isEmpty() ? size >= factor : wanted.charAt(0) == unit;
            if (takes) {
                return text(size / factor, unit == 'B' ? name(bits) : unit + (bits ? "b" : "B"));
            }
        }
        return text(size, name(bits));
    }

    private static String name(boolean bits) {
        return bits ? "bits" : "Bytes";
    }

    private static String text(double size, String unit) {
        return PercentFormat.format("%.2f", size) + " " + unit;
    }

    static Object bytes(FilterCall call) {
        var bits = call.flag("isbits");
        var match = SIZE.matcher(call.text());
        if (!match.matches() || match.group(1).isEmpty()) {
            throw unreadable(call, "can't interpret following string: " + call.text());
        }
        var number = number(call, match.group(1));
        var unit =
                match.group(2) == null
                        ? call.has("default_unit") ? call.text("default_unit") : ""
                        : match.group(2);
        if (unit.isEmpty()) {
            return rounded(number);
        }
        var letter = Character.toUpperCase(unit.charAt(0));
        if (UNITS.indexOf(letter) < 0) {
            throw unreadable(
                    call,
                    "failed to convert %s (unit = %s). The suffix must be one of %s"
                            .formatted(call.text(), unit, String.join(", ", UNITS.split(""))));
        }
        refuseUnit(call, unit, bits);
        return rounded(number.multiply(new BigDecimal(factor(letter))));
    }

    private static BigDecimal number(FilterCall call, String digits) {
        try {
            return new BigDecimal(digits);
        } catch (NumberFormatException e) {
            throw unreadable(call, "can't interpret following number: " + digits);
        }
    }

    private static Object rounded(BigDecimal number) {
        return Numbers.integer(number.setScale(0, RoundingMode.HALF_EVEN).toBigInteger());
    }

    private static void refuseUnit(FilterCall call, String unit, boolean bits) {
        var word = unit.toLowerCase(Locale.ROOT);
        var singular = word.endsWith("s") ? word.substring(0, word.length() - 1) : word;
        var kind = bits ? "bit" : "byte";
        if (unit.length() == 1
                || word.equals(kind)
                || NAMES.stream().anyMatch(name -> singular.equals(name + kind))) {
            return;
        }
        var letter = Character.toUpperCase(unit.charAt(0));
        var expected = letter == 'B' ? (bits ? "b" : "B") : letter + (bits ? "b" : "B");
        if (unit.length() != 2 || unit.charAt(1) != (bits ? 'b' : 'B')) {
            throw unreadable(
                    call,
                    "failed to convert "
                            + call.text()
                            + ". Value is not a valid string"
                            + " (expect "
                            + expected
                            + " or "
                            + letter
                            + ")");
        }
    }

    private static PythonError unreadable(FilterCall call, String why) {
        return PythonError.value(
                "human_to_bytes() can't interpret the input: human_to_bytes() "
                        + why
                        + (call.value() == null ? Text.of(null) : ""));
    }
}
