package jplay.template.ansible.schema;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.regex.Pattern;
import jplay.template.ansible.PythonRegex;
import jplay.template.ansible.net.AddressSyntax;
import jplay.template.python.PythonError;

/** The formats that are checked; any other is left alone, as Ansible leaves it. */
final class Formats {
    private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
    private static final Pattern TIME =
            Pattern.compile("([01]?\\d|2[0-3]):[0-5]?\\d:([0-5]?\\d|6[01])");
    private static final Pattern UUID =
            Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private Formats() {}

    static boolean holds(Draft draft, String format, String text) {
        return switch (format) {
            case "date" -> isDate(text);
            case "email", "idn-email" -> text.contains("@");
            case "ip-address" -> draft != Draft.DRAFT_3 || AddressSyntax.isV4(text);
            case "ipv4" -> draft == Draft.DRAFT_3 || AddressSyntax.isV4(text);
            case "ipv6" -> AddressSyntax.isV6(text);
            case "regex" -> isRegex(text);
            case "time" -> draft != Draft.DRAFT_3 || TIME.matcher(text).matches();
            case "uuid" -> draft.isBefore(Draft.DRAFT_2019) || UUID.matcher(text).matches();
            default -> true;
        };
    }

    private static boolean isDate(String text) {
        try {
            return DATE.matcher(text).matches() && LocalDate.parse(text).getYear() > 0;
        } catch (DateTimeParseException _) {
            return false;
        }
    }

    private static boolean isRegex(String text) {
        try {
            return PythonRegex.compile(text, false, false).groupCount() >= 0;
        } catch (PythonError _) {
            return false;
        }
    }
}
