package jplay.template.method;

import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoField;
import java.time.temporal.IsoFields;
import java.time.temporal.Temporal;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.util.Locale;
import jplay.template.python.PythonError;

/** Times as text and back, with the letters of C's {@code strftime}. */
public final class TimeFormat {
    private TimeFormat() {}

    /** Fills the letters of a format. */
    public static String format(String format, Temporal time) {
        var out = new StringBuilder();
        var at = 0;
        while (at < format.length()) {
            if (format.charAt(at) != '%' || at + 1 == format.length()) {
                out.append(format.charAt(at));
                at++;
                continue;
            }
            var plain = format.charAt(at + 1) == '-' && at + 2 < format.length();
            var letter = format.charAt(at + (plain ? 2 : 1));
            var field = field(letter, time);
            out.append(plain ? field.replaceFirst("^[0 ](?=.)", "") : field);
            at += plain ? 3 : 2;
        }
        return out.toString();
    }

    private static String field(char letter, Temporal time) {
        return switch (letter) {
            case 's' -> Long.toString(epoch(time));
            case 'f' -> micros(time);
            case 'n' -> "\n";
            case 't' -> "\t";
            case '%' -> "%";
            case 'w' -> Integer.toString(time.get(ChronoField.DAY_OF_WEEK) % 7);
            case 'z' -> time instanceof OffsetDateTime zoned ? pattern("xx", zoned) : "";
            case 'Z' -> time instanceof OffsetDateTime zoned ? zone(zoned) : "";
            case 'V' -> two(time.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
            case 'G' -> Integer.toString(time.get(IsoFields.WEEK_BASED_YEAR));
            case 'U' ->
                    two(
                            (time.get(ChronoField.DAY_OF_YEAR)
                                            + 6
                                            - time.get(ChronoField.DAY_OF_WEEK) % 7)
                                    / 7);
            case 'W' ->
                    two(
                            (time.get(ChronoField.DAY_OF_YEAR)
                                            + 6
                                            - (time.get(ChronoField.DAY_OF_WEEK) + 6) % 7)
                                    / 7);
            case 'C' -> two(time.get(ChronoField.YEAR) / 100);
            default -> pattern(letterPattern(letter), time);
        };
    }

    private static String letterPattern(char letter) {
        return switch (letter) {
            case 'Y' -> "yyyy";
            case 'y' -> "yy";
            case 'm' -> "MM";
            case 'd' -> "dd";
            case 'e' -> "ppd";
            case 'H' -> "HH";
            case 'I' -> "hh";
            case 'k' -> "ppH";
            case 'l' -> "pph";
            case 'M' -> "mm";
            case 'S' -> "ss";
            case 'p' -> "a";
            case 'a' -> "EEE";
            case 'A' -> "EEEE";
            case 'b', 'h' -> "MMM";
            case 'B' -> "MMMM";
            case 'j' -> "DDD";
            case 'u' -> "e";
            case 'F' -> "yyyy-MM-dd";
            case 'T', 'X' -> "HH:mm:ss";
            case 'R' -> "HH:mm";
            case 'r' -> "hh:mm:ss a";
            case 'D', 'x' -> "MM/dd/yy";
            case 'c' -> "EEE MMM ppd HH:mm:ss yyyy";
            default -> "'%" + letter + "'";
        };
    }

    private static String pattern(String pattern, Temporal time) {
        return DateTimeFormatter.ofPattern(pattern, Locale.US).format(withTime(time));
    }

    private static TemporalAccessor withTime(Temporal time) {
        return time instanceof java.time.LocalDate date ? date.atStartOfDay() : time;
    }

    private static String two(int number) {
        return String.format("%02d", number);
    }

    private static String micros(Temporal time) {
        return String.format(
                "%06d",
                time.isSupported(ChronoField.MICRO_OF_SECOND)
                        ? time.get(ChronoField.MICRO_OF_SECOND)
                        : 0);
    }

    private static String zone(OffsetDateTime time) {
        return time.getOffset().equals(ZoneOffset.UTC) ? "UTC" : time.getOffset().getId();
    }

    private static long epoch(Temporal time) {
        return time instanceof OffsetDateTime zoned
                ? zoned.toEpochSecond()
                : LocalDateTime.from(withTime(time))
                        .atZone(java.time.ZoneId.systemDefault())
                        .toEpochSecond();
    }

    /** Reads a time back. */
    public static Temporal parse(String text, String format) {
        var builder = new DateTimeFormatterBuilder().parseCaseInsensitive();
        for (var at = 0; at < format.length(); at++) {
            var c = format.charAt(at);
            if (c == '%' && at + 1 < format.length()) {
                append(builder, format.charAt(++at));
            } else {
                builder.appendLiteral(c);
            }
        }
        var defaulted =
                builder.parseDefaulting(ChronoField.YEAR_OF_ERA, 1900)
                        .parseDefaulting(ChronoField.MONTH_OF_YEAR, 1)
                        .parseDefaulting(ChronoField.DAY_OF_MONTH, 1)
                        .parseDefaulting(ChronoField.HOUR_OF_DAY, 0)
                        .parseDefaulting(ChronoField.MINUTE_OF_HOUR, 0)
                        .parseDefaulting(ChronoField.SECOND_OF_MINUTE, 0)
                        .toFormatter(Locale.US);
        try {
            var parsed = defaulted.parse(text);
            var offset = parsed.query(TemporalQueries.offset());
            var local = LocalDateTime.from(parsed);
            return offset == null ? local : local.atOffset(offset);
        } catch (DateTimeParseException e) {
            throw PythonError.value(
                    "time data '" + text + "' does not match format '" + format + "'");
        }
    }

    private static void append(DateTimeFormatterBuilder builder, char letter) {
        switch (letter) {
            case 'f' -> builder.appendFraction(ChronoField.NANO_OF_SECOND, 1, 6, false);
            case 'z' -> builder.appendPattern("[XXX][XX]");
            case 'd' -> builder.appendPattern("d");
            case 'm' -> builder.appendPattern("M");
            case 'H' -> builder.appendPattern("H");
            case 'M' -> builder.appendPattern("m");
            case 'S' -> builder.appendPattern("s");
            case 'Y' -> builder.appendPattern("yyyy");
            default -> builder.appendPattern(letterPattern(letter));
        }
    }
}
