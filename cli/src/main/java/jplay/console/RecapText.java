package jplay.console;

import java.util.ArrayList;
import java.util.List;
import jplay.console.Screen.Colour;
import jplay.result.Recap;

/** The last lines of a run: what was counted per host. */
final class RecapText {
    private RecapText() {}

    static List<String> of(Recap recap, Screen screen) {
        var lines = new ArrayList<String>();
        recap.hosts().forEach((host, counts) -> lines.add(line(host, counts, screen)));
        return lines;
    }

    private static String line(String host, Recap.Counts counts, Screen screen) {
        var name =
                screen.colour()
                        ? "%-37s"
                                .formatted(
                                        screen.painted(Screen.harmless(host), hostColour(counts)))
                        : "%-26s".formatted(Screen.harmless(host));
        return String.join(
                " ",
                name + " :",
                count("ok", counts.ok(), Colour.GREEN, screen),
                count("changed", counts.changed(), Colour.YELLOW, screen),
                count("unreachable", counts.unreachable(), Colour.BRIGHT_RED, screen),
                count("failed", counts.failed(), Colour.RED, screen),
                count("skipped", counts.skipped(), Colour.CYAN, screen),
                count("rescued", counts.rescued(), Colour.YELLOW, screen),
                count("ignored", counts.ignored(), Colour.PURPLE, screen));
    }

    private static String count(String word, int number, Colour colour, Screen screen) {
        var text = "%s=%-4d".formatted(word, number);
        return number == 0 ? text : screen.painted(text, colour);
    }

    private static Colour hostColour(Recap.Counts counts) {
        if (counts.failed() > 0 || counts.unreachable() > 0) {
            return Colour.RED;
        }
        return counts.changed() > 0 ? Colour.YELLOW : Colour.GREEN;
    }
}
