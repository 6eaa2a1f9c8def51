package jplay.modules.system.facts;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What time it is on a host, by its own clock and zone. */
final class TimeFacts {
    /** Two names at the beginning of a zone's rule, such as {@code CET-1CEST}. */
    private static final Pattern RULE =
            Pattern.compile("([A-Za-z]+|<[^>]+>)[-+]?[0-9:]+([A-Za-z]+|<[^>]+>)?.*");

    private TimeFacts() {}

    static Map<String, @Nullable Object> collect(Gathered host) {
        var words = host.words("date");
        var seconds = words.get(0);
        var nanoseconds = words.get(1).matches("[0-9]+") ? Long.parseLong(words.get(1)) : 0;
        var instant = Instant.ofEpochSecond(Long.parseLong(seconds), nanoseconds);
        var here = instant.atOffset(ZoneOffset.of(words.get(2)));
        var universal = instant.atOffset(ZoneOffset.UTC);
        var facts = calendar(here);
        facts.put("epoch", seconds)
                .put("epoch_int", seconds)
                .put("iso8601", text(universal, "yyyy-MM-dd'T'HH:mm:ss'Z'"))
                .put("iso8601_micro", text(universal, "yyyy-MM-dd'T'HH:mm:ss.SSSSSS'Z'"))
                .put("iso8601_basic", text(here, "yyyyMMdd'T'HHmmssSSSSSS"))
                .put("iso8601_basic_short", text(here, "yyyyMMdd'T'HHmmss"))
                .put("tz", words.get(3))
                .put("tz_dst", summer(host.said("timezone"), words.get(3)))
                .put("tz_offset", words.get(2));
        return new Facts().put("date_time", facts.values()).values();
    }

    private static Facts calendar(OffsetDateTime here) {
        var weekday = here.getDayOfWeek().getValue();
        var week = (here.getDayOfYear() + 6 - (weekday + 6) % 7) / 7;
        return new Facts()
                .put("date", text(here, "yyyy-MM-dd"))
                .put("time", text(here, "HH:mm:ss"))
                .put("year", text(here, "yyyy"))
                .put("month", text(here, "MM"))
                .put("day", text(here, "dd"))
                .put("hour", text(here, "HH"))
                .put("minute", text(here, "mm"))
                .put("second", text(here, "ss"))
                .put("weekday", text(here, "EEEE"))
                .put("weekday_number", String.valueOf(weekday % 7))
                .put("weeknumber", "%02d".formatted(week));
    }

    private static String text(OffsetDateTime time, String pattern) {
        return time.format(DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH));
    }

    /** The zone's name in summer, or its only one. */
    private static String summer(String rule, String now) {
        var found = RULE.matcher(rule);
        if (!found.matches()) {
            return now;
        }
        var name = found.group(2) == null ? found.group(1) : found.group(2);
        return name.replaceAll("[<>]", "");
    }
}
