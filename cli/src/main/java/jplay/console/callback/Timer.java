package jplay.console.callback;

import jplay.callback.Callback;
import jplay.console.Screen;
import jplay.result.CustomStats;

/** Ansible's callback {@code timer}: how long the run took. */
final class Timer implements Callback {
    private final Screen screen;
    private final Stopwatch watch = new Stopwatch();

    Timer(Screen screen) {
        this.screen = screen;
    }

    @Override
    public void customStats(CustomStats stats) {
        var took = watch.elapsed();
        screen.line(
                "Playbook run took %d days, %d hours, %d minutes, %d seconds"
                        .formatted(
                                took.toDays(),
                                took.toHoursPart(),
                                took.toMinutesPart(),
                                took.toSecondsPart()));
    }
}
