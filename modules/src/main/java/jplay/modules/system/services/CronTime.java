package jplay.modules.system.services;

import java.util.Optional;
import java.util.stream.Stream;
import jplay.module.Arg;
import jplay.modules.system.Settings;

/** When a job runs. */
public record CronTime(
        @Arg(value = "Minute: 0-59, `*`, `*/2` and the like.", orElse = "*") String minute,
        @Arg(value = "Hour: 0-23.", orElse = "*") String hour,
        @Arg(value = "Day of the month: 1-31.", orElse = "*", aliases = "dom") String day,
        @Arg(value = "Month: 1-12 or JAN-DEC.", orElse = "*") String month,
        @Arg(value = "Day of the week: 0-6 or SUN-SAT.", orElse = "*", aliases = "dow")
                String weekday,
        @Arg("A word instead of these five.") Optional<Special> specialTime) {
    /** Words for times. */
    public enum Special {
        ANNUALLY,
        DAILY,
        HOURLY,
        MONTHLY,
        REBOOT,
        WEEKLY,
        YEARLY
    }

    /** Whether both forms were given. */
    boolean twice() {
        return specialTime.isPresent()
                && !Stream.of(minute, hour, day, month, weekday).allMatch("*"::equals);
    }

    /** As a crontab has it. */
    String text() {
        return specialTime
                .map(word -> "@" + Settings.word(word))
                .orElseGet(() -> String.join(" ", minute, hour, day, month, weekday));
    }
}
