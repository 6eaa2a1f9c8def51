package jplay.modules.files;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoField;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import jplay.module.TaskFailure;

/** Reads a time written in a form of Python's {@code strptime}. */
final class TimeFormat {
    private static final Map<Character, String> PARTS =
            Map.ofEntries(
                    Map.entry('Y', "uuuu"),
                    Map.entry('y', "uu"),
                    Map.entry('m', "M"),
                    Map.entry('d', "d"),
                    Map.entry('H', "H"),
                    Map.entry('I', "h"),
                    Map.entry('p', "a"),
                    Map.entry('M', "m"),
                    Map.entry('S', "s"),
                    Map.entry('j', "D"),
                    Map.entry('b', "MMM"),
                    Map.entry('B', "MMMM"),
                    Map.entry('a', "EEE"),
                    Map.entry('A', "EEEE"));

    private TimeFormat() {}

    /**
     * A time as {@code date -d} takes it on every host, in the host's time zone.
     *
     * @throws TaskFailure when it is not in that form
     */
    static String parse(String text, String format) {
        try {
            var parsed = LocalDateTime.parse(text + " ", formatter(format));
            return parsed.format(DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT));
        } catch (DateTimeParseException | IllegalArgumentException e) {
            throw new TaskFailure(
                    "Error while obtaining timestamp for time %s using format %s"
                            .formatted(text, format));
        }
    }

    private static DateTimeFormatter formatter(String format) {
        var builder = new DateTimeFormatterBuilder().parseCaseInsensitive();
        var parts = (format + " ").split("%", -1);
        builder.appendLiteral(parts[0]);
        for (var part : List.of(parts).subList(1, parts.length)) {
            builder.appendPattern(pattern(part.charAt(0))).appendLiteral(part.substring(1));
        }
        if (!format.contains("%j")) {
            builder.parseDefaulting(ChronoField.MONTH_OF_YEAR, 1)
                    .parseDefaulting(ChronoField.DAY_OF_MONTH, 1);
        }
        if (!format.contains("%I")) {
            builder.parseDefaulting(ChronoField.HOUR_OF_DAY, 0);
        }
        return builder.parseDefaulting(ChronoField.MINUTE_OF_HOUR, 0)
                .parseDefaulting(ChronoField.SECOND_OF_MINUTE, 0)
                .toFormatter(Locale.ROOT);
    }

    private static String pattern(char directive) {
        var part = directive == 'T' ? "HH:mm:ss" : PARTS.get(directive);
        if (part == null) {
            throw new IllegalArgumentException("%" + directive);
        }
        return part.length() == 1 ? widened(part) : part;
    }

    /** Numbers that stand side by side have two digits. */
    private static String widened(String part) {
        return part.equals("a") ? part : part.equals("D") ? "DDD" : part + part;
    }
}
