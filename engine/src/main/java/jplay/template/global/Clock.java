package jplay.template.global;

import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.temporal.Temporal;
import jplay.template.method.TimeFormat;
import jplay.template.python.Arguments;
import jplay.template.python.Text;
import jplay.template.python.Types;

/** {@code now(utc=false, fmt=none)}. */
final class Clock {
    private Clock() {}

    static Object now(Arguments call) {
        Temporal now =
                Types.truth(call.get(0, "utc", false))
                        ? OffsetDateTime.now(ZoneOffset.UTC).truncatedTo(ChronoUnit.MICROS)
                        : LocalDateTime.now(ZoneId.systemDefault()).truncatedTo(ChronoUnit.MICROS);
        var format = call.get(1, "fmt", null);
        return format == null ? now : TimeFormat.format(Text.of(format), now);
    }
}
