package jplay.template.ansible.general;

import java.security.SecureRandom;
import java.util.Locale;
import jplay.template.ansible.PythonRandom;
import jplay.template.filter.FilterCall;
import jplay.template.python.PythonError;
import jplay.template.python.Text;
import jplay.template.python.Types;

/** {@code random_mac}: an address that begins as given. */
final class MacAddress {
    private static final int BYTES = 6;

    /** The numbers that have ten hexadecimal digits. */
    private static final long LEAST = 0x10_0000_0000L;

    private static final long COUNT = 0xff_ffff_ffffL - LEAST + 1;

    private MacAddress() {}

    static String random(FilterCall call) {
        if (!(call.value() instanceof CharSequence text)) {
            throw PythonError.type(
                    "Invalid value type ("
                            + Types.name(call.value())
                            + ") for random_mac ("
                            + Text.of(call.value())
                            + ")");
        }
        var prefix = text.toString().toLowerCase(Locale.ROOT);
        var known = prefix.split(":", -1);
        check(prefix, known);
        var number =
                LEAST
                        + (call.has("seed")
                                ? PythonRandom.of(call.get("seed")).below(COUNT)
                                : new SecureRandom().nextLong(COUNT));
        var digits = Long.toHexString(number);
        var address = new StringBuilder(prefix);
        for (var i = 0; i < BYTES - known.length; i++) {
            address.append(':').append(digits, 2 * i, 2 * i + 2);
        }
        return address.toString();
    }

    private static void check(String prefix, String[] known) {
        if (known.length >= BYTES) {
            throw invalid(prefix, "5 colon(:) separated items max");
        }
        for (var item : known) {
            if (item.isEmpty()) {
                throw invalid(prefix, "empty item");
            }
            if (!item.matches("[a-f0-9]{2}.*")) {
                throw invalid(prefix, item + " not hexa byte");
            }
        }
    }

    private static PythonError invalid(String prefix, String why) {
        return PythonError.value("Invalid value (" + prefix + ") for random_mac: " + why);
    }
}
