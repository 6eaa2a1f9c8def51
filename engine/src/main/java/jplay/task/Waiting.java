package jplay.task;

import java.time.Duration;

/** Waits in a way that a stop of the run ends at once. */
public final class Waiting {
    private Waiting() {}

    /** Sleeps; when the run is stopped the task that waits ends. */
    public static void sleep(Duration duration) {
        try {
            Thread.sleep(duration);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RunInterrupted(e);
        }
    }
}
