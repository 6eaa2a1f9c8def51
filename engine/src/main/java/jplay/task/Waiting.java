package jplay.task;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/** Waits in a way that a stop of the run ends at once. */
public final class Waiting {
    private Waiting() {}

    /**
     * Does something on another thread, which is interrupted when it takes too long; empty then.
     */
    public static <T> Optional<T> atMost(Duration limit, Supplier<T> work) {
        var task = new FutureTask<T>(work::get);
        var thread = Thread.ofVirtual().start(task);
        try {
            return Optional.of(task.get(limit.toNanos(), TimeUnit.NANOSECONDS));
        } catch (TimeoutException _) {
            thread.interrupt();
            return Optional.empty();
        } catch (InterruptedException e) {
            thread.interrupt();
            Thread.currentThread().interrupt();
            throw new RunInterrupted(e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException thrown
                    ? thrown
                    : new IllegalStateException(e.getCause());
        }
    }

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
