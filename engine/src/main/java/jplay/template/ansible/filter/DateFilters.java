package jplay.template.ansible.filter;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.Temporal;
import jplay.template.filter.FilterCall;
import jplay.template.method.TimeFormat;
import jplay.template.python.Numbers;
import jplay.template.python.PythonError;
import jplay.template.python.Text;
import jplay.template.python.Types;

/** Times from text and to text. */
final class DateFilters {
    /** The last second of a year that C's library can name. */
    private static final double LATEST = 6.7768036191676e16;

    private DateFilters() {}

    static String format(FilterCall call) {
        var instant = call.has("second") ? instant(call) : Instant.now();
        Temporal time =
                call.flag("utc")
                        ? OffsetDateTime.ofInstant(instant, ZoneOffset.UTC)
                        : OffsetDateTime.ofInstant(instant, ZoneId.systemDefault());
        return TimeFormat.format(Types.text(call.value(), "strftime() argument 1"), time);
    }

    private static Instant instant(FilterCall call) {
        var value = call.get("second");
        var seconds =
                Types.isNumber(value)
                        ? java.util.Optional.of(Numbers.real(value))
                        : value instanceof CharSequence text
                                ? Numbers.parseFloat(text.toString())
                                : java.util.Optional.<Double>empty();
        if (seconds.filter(number -> Math.abs(number) > LATEST).isPresent()) {
            throw new PythonError("OverflowError", "timestamp out of range for platform time_t");
        }
        return seconds.map(number -> Instant.ofEpochMilli(Math.round(number * 1000)))
                .orElseThrow(() ->
                        PythonError.value(
                                "Invalid value for epoch value (" + Text.of(value) + ")"));
    }

    static Object parse(FilterCall call) {
        var text = Types.text(call.value(), "strptime() argument 1");
        var time = TimeFormat.parse(text, call.text("format"));
        return time instanceof LocalDateTime local ? local : time;
    }
}
