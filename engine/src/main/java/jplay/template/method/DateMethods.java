package jplay.template.method;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoField;
import java.time.temporal.Temporal;
import java.util.Map;
import jplay.template.python.Dates;
import jplay.template.python.PythonObject;
import jplay.template.python.Types;
import org.jspecify.annotations.Nullable;

/** Attributes and methods of dates, times and durations. */
final class DateMethods {
    private static final long DAY = 86_400;
    private static final Map<String, ChronoField> FIELDS =
            Map.of(
                    "year", ChronoField.YEAR,
                    "month", ChronoField.MONTH_OF_YEAR,
                    "day", ChronoField.DAY_OF_MONTH,
                    "hour", ChronoField.HOUR_OF_DAY,
                    "minute", ChronoField.MINUTE_OF_HOUR,
                    "second", ChronoField.SECOND_OF_MINUTE,
                    "microsecond", ChronoField.MICRO_OF_SECOND);

    private static final Map<String, Method<Temporal>> METHODS =
            Map.of(
                    "date", (self, _) -> java.time.LocalDate.from(self),
                    "isoformat", (self, _) -> Dates.iso(self),
                    "isoweekday", (self, _) -> (long) self.get(ChronoField.DAY_OF_WEEK),
                    "strftime",
                            (self, call) ->
                                    TimeFormat.format(Types.text(call.first(), "format"), self),
                    "timestamp", (self, _) -> timestamp(self),
                    "weekday", (self, _) -> self.get(ChronoField.DAY_OF_WEEK) - 1L);

    private static final Map<String, Method<Duration>> DURATION =
            Map.of("total_seconds", (self, _) -> self.toNanos() / 1e9);

    private DateMethods() {}

    static @Nullable Object of(Temporal self, String name) {
        var field = FIELDS.get(name);
        if (field != null && self.isSupported(field)) {
            return (long) self.get(field);
        }
        var method = METHODS.get(name);
        return method == null ? PythonObject.ABSENT : method.on(self);
    }

    private static double timestamp(Temporal self) {
        var instant =
                self instanceof OffsetDateTime time
                        ? time.toInstant()
                        : LocalDateTime.from(self).atZone(ZoneId.systemDefault()).toInstant();
        return instant.getEpochSecond() + instant.getNano() / 1e9;
    }

    static Object ofDuration(Duration self, String name) {
        var method = DURATION.get(name);
        if (method != null) {
            return method.on(self);
        }
        return switch (name) {
            case "days" -> Math.floorDiv(self.getSeconds(), DAY);
            case "seconds" -> Math.floorMod(self.getSeconds(), DAY);
            case "microseconds" -> self.getNano() / 1000L;
            default -> PythonObject.ABSENT;
        };
    }
}
