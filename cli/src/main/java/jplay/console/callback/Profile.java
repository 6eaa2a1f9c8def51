package jplay.console.callback;

import java.time.Duration;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import jplay.callback.Callback;
import jplay.console.Screen;
import jplay.console.Screen.Colour;
import jplay.playbook.Play;
import jplay.result.CustomStats;

/**
 * Ansible's callbacks {@code profile_tasks} and {@code profile_roles}: the time at each heading,
 * and what took longest at the end.
 */
final class Profile implements Callback {
    private static final int WIDTH = 79;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("EEEE dd MMMM yyyy  HH:mm:ss xx", Locale.ENGLISH);

    private final Screen screen;
    private final boolean roles;
    private final Options options;
    private final Stopwatch whole = new Stopwatch();
    private final Map<String, Duration> took = new LinkedHashMap<>();
    private Stopwatch lap = new Stopwatch();
    private Optional<String> current = Optional.empty();
    private int number;

    /**
     * What is listed at the end.
     *
     * @param most how many at most; all when 0
     * @param order {@code descending}, {@code ascending} or {@code none}
     */
    record Options(int most, String order) {}

    Profile(Screen screen, boolean roles, Options options) {
        this.screen = screen;
        this.roles = roles;
        this.options = options;
    }

    @Override
    public void playStarted(Play play, String name) {
        finish();
    }

    @Override
    public void taskStarted(TaskHeading heading) {
        finish();
        tellTime();
        number++;
        var role = heading.task().role().map(each -> each.name());
        current =
                Optional.of(
                        roles
                                ? role.orElse(heading.task().action())
                                : number + "\0" + heading.name());
    }

    private void finish() {
        current.ifPresent(name -> took.merge(name, lap.elapsed(), Duration::plus));
        current = Optional.empty();
    }

    private void tellTime() {
        var told =
                "%s (%s)       %s"
                        .formatted(
                                ZonedDateTime.now(ZoneId.systemDefault()).format(TIME),
                                Stopwatch.text(lap.elapsed()),
                                Stopwatch.text(whole.elapsed()));
        screen.line(filled(told, "*"), Colour.CYAN);
        lap = new Stopwatch();
    }

    @Override
    public void customStats(CustomStats stats) {
        finish();
        tellTime();
        screen.line(filled("", "="));
        var total = Duration.ZERO;
        for (var entry : ordered()) {
            var name = entry.getKey().substring(entry.getKey().indexOf('\0') + 1);
            screen.line(line(name, entry.getValue()));
            total = total.plus(entry.getValue());
        }
        if (roles) {
            screen.line(filled("", "~"));
            screen.line(line("total", total));
        }
    }

    private List<Map.Entry<String, Duration>> ordered() {
        var all = new ArrayList<>(took.entrySet());
        switch (options.order()) {
            case "none" -> {}
            case "ascending" -> all.sort(Map.Entry.comparingByValue());
            default -> all.sort(Map.Entry.<String, Duration>comparingByValue().reversed());
        }
        var most = options.most();
        return roles || most == 0 ? all : all.subList(0, Math.min(most, all.size()));
    }

    private String line(String name, Duration duration) {
        var seconds = " %.2fs".formatted(duration.toMillis() / 1000.0);
        var width = (roles ? WIDTH : screen.width() - 1) - 9;
        var left = name + " ";
        return left
                + "-".repeat(Math.max(0, width - left.length()))
                + "-".repeat(Math.max(0, 9 - seconds.length()))
                + seconds;
    }

    private static String filled(String text, String with) {
        var left = text.isEmpty() ? "" : text + " ";
        return left + with.repeat(Math.max(3, WIDTH - left.length())) + " ";
    }
}
