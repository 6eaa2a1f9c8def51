package jplay.task.job;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import jplay.module.Report;
import jplay.module.Result;

/** When a job began and ended, as its host says. */
record JobTimes(Instant started, Instant ended) {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSSSSS");

    static JobTimes of(Report report) {
        return new JobTimes(instant(report.said("started")), instant(report.said("ended")));
    }

    private static Instant instant(String seconds) {
        var text = seconds.strip();
        if (!text.matches("\\d+(\\.\\d+)?")) {
            return Instant.EPOCH;
        }
        return Instant.EPOCH.plusNanos(new BigDecimal(text).movePointRight(9).longValue());
    }

    /** The result with these times where a module tells any. */
    Result in(Result result) {
        if (result.values().get("start") == null) {
            return result;
        }
        var took = Duration.between(started, ended);
        return result.with("start", shown(started))
                .with("end", shown(ended))
                .with(
                        "delta",
                        "%d:%02d:%02d.%06d"
                                .formatted(
                                        took.toHours(),
                                        took.toMinutesPart(),
                                        took.toSecondsPart(),
                                        took.toNanosPart() / 1000));
    }

    private static String shown(Instant instant) {
        return TIME.format(instant.atZone(ZoneId.systemDefault()));
    }
}
