package jplay.console.callback;

import java.time.Duration;

/** How long something takes, whatever becomes of the clock. */
final class Stopwatch {
    private final long started = System.nanoTime();

    Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - started);
    }

    double seconds() {
        return elapsed().toNanos() / 1e9;
    }

    /** Hours, minutes, seconds and thousandths. */
    static String text(Duration duration) {
        return "%d:%02d:%02d.%03d"
                .formatted(
                        duration.toHours(),
                        duration.toMinutesPart(),
                        duration.toSecondsPart(),
                        duration.toMillisPart());
    }
}
