package jplay.template.python;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** How Python prints dates, times and durations. */
public final class Dates {
    private static final long DAY = 86_400;

    private Dates() {}

    /** As {@code str} gives it. */
    public static String text(Object value) {
        return switch (value) {
            case LocalDate date -> date.toString();
            case LocalDateTime time -> dateTime(time, ' ');
            case OffsetDateTime time ->
                    dateTime(time.toLocalDateTime(), ' ') + offset(time.getOffset());
            case Duration duration -> duration(duration);
            default -> value.toString();
        };
    }

    /** ISO 8601 as {@code isoformat} gives it. */
    public static String iso(Object value) {
        return switch (value) {
            case LocalDateTime time -> dateTime(time, 'T');
            case OffsetDateTime time ->
                    dateTime(time.toLocalDateTime(), 'T') + offset(time.getOffset());
            default -> value.toString();
        };
    }

    private static String dateTime(LocalDateTime time, char between) {
        var seconds =
                String.format(
                        "%s%c%02d:%02d:%02d",
                        time.toLocalDate(),
                        between,
                        time.getHour(),
                        time.getMinute(),
                        time.getSecond());
        var micros = time.getNano() / 1000;
        return micros == 0 ? seconds : seconds + String.format(".%06d", micros);
    }

    /** {@code +00:00}. */
    static String offset(ZoneOffset offset) {
        return offset.equals(ZoneOffset.UTC) ? "+00:00" : offset.getId();
    }

    private static String duration(Duration duration) {
        var days = Math.floorDiv(duration.getSeconds(), DAY);
        var rest = Math.floorMod(duration.getSeconds(), DAY);
        var time = String.format("%d:%02d:%02d", rest / 3600, rest / 60 % 60, rest % 60);
        var micros = duration.getNano() / 1000;
        var clock = micros == 0 ? time : time + String.format(".%06d", micros);
        if (days == 0) {
            return clock;
        }
        return days + (Math.abs(days) == 1 ? " day, " : " days, ") + clock;
    }

    /** As {@code repr} gives it. */
    static String repr(Object value) {
        return switch (value) {
            case LocalDate date ->
                    "datetime.date("
                            + date.getYear()
                            + ", "
                            + date.getMonthValue()
                            + ", "
                            + date.getDayOfMonth()
                            + ")";
            case LocalDateTime time -> "datetime.datetime(" + fields(time) + ")";
            case OffsetDateTime time ->
                    "datetime.datetime("
                            + fields(time.toLocalDateTime())
                            + ", tzinfo=datetime.timezone.utc)";
            case Duration duration -> "datetime.timedelta(" + durationFields(duration) + ")";
            default -> value.toString();
        };
    }

    private static String fields(LocalDateTime time) {
        var fields =
                new ArrayList<>(
                        List.of(
                                time.getYear(),
                                time.getMonthValue(),
                                time.getDayOfMonth(),
                                time.getHour(),
                                time.getMinute()));
        var micros = time.getNano() / 1000;
        if (time.getSecond() != 0 || micros != 0) {
            fields.add(time.getSecond());
        }
        if (micros != 0) {
            fields.add(micros);
        }
        return fields.toString().replaceAll("[\\[\\]]", "");
    }

    private static String durationFields(Duration duration) {
        var fields = new ArrayList<String>();
        var days = Math.floorDiv(duration.getSeconds(), DAY);
        var seconds = Math.floorMod(duration.getSeconds(), DAY);
        if (days != 0) {
            fields.add("days=" + days);
        }
        if (seconds != 0) {
            fields.add("seconds=" + seconds);
        }
        if (duration.getNano() != 0) {
            fields.add("microseconds=" + duration.getNano() / 1000);
        }
        return fields.isEmpty() ? "0" : String.join(", ", fields);
    }
}
