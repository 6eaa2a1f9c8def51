package jplay.console;

import java.util.Map;
import jplay.result.CustomStats;
import jplay.value.Json;
import org.jspecify.annotations.Nullable;

/** What {@code set_stats} collected, one line for each host and one for the run. */
final class CustomStatsText {
    private static final Json.Style NARROW = new Json.Style(1, true);

    private CustomStatsText() {}

    static void of(CustomStats stats, Screen screen) {
        stats.hosts().forEach((host, values) -> screen.line("\t" + host + ": " + text(values)));
        if (!stats.run().isEmpty()) {
            screen.line("");
            screen.line("\tRUN: " + text(stats.run()));
        }
        screen.line("");
    }

    private static String text(Map<String, @Nullable Object> values) {
        return Json.write(values, NARROW).replace("\n", "");
    }
}
