package jplay.connection.ssh;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/** Ends something that takes too long, whatever it waits for. */
final class Deadline implements AutoCloseable {
    private final AtomicBoolean held = new AtomicBoolean();
    private final Thread watch;
    private volatile boolean passed;

    /**
     * Begins to count.
     *
     * @param end called when the time is over; must not throw
     */
    Deadline(Duration limit, Runnable end) {
        watch = Thread.ofVirtual().start(() -> watch(limit, end));
    }

    private void watch(Duration limit, Runnable end) {
        try {
            do {
                held.set(false);
                TimeUnit.NANOSECONDS.sleep(limit.toNanos());
            } while (held.get());
            passed = true;
            end.run();
        } catch (InterruptedException _) {
            // it was quick enough
        }
    }

    /** Does something that may take its time, such as asking a human. */
    <T> T without(Supplier<T> work) {
        var waiting =
                Thread.ofVirtual()
                        .start(() -> {
                            try {
                                while (true) {
                                    held.set(true);
                                    TimeUnit.MILLISECONDS.sleep(50);
                                }
                            } catch (InterruptedException _) {
                                // done; from here the whole time counts again
                            }
                        });
        try {
            return work.get();
        } finally {
            waiting.interrupt();
        }
    }

    /** Whether the time is over. */
    boolean passed() {
        return passed;
    }

    @Override
    public void close() {
        watch.interrupt();
    }
}
