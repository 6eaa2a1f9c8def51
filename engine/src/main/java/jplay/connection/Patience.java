package jplay.connection;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/** How often a host that was not reached is tried again, and when. For one thread. */
public final class Patience {
    private static final long LONGEST_PAUSE_SECONDS = 30;
    private static final long SHORTEST_WAIT_MILLIS = 50;
    private static final long LONGEST_WAIT_MILLIS = 2000;
    private static final long WAIT_STEP_MILLIS = 200;

    private final long begun = System.nanoTime();
    private int retried;
    private int waited;

    /**
     * Pauses before one of so many retries that a user wants, after 0, 1, 3, 7, ... seconds as
     * Ansible does; false when all of them were made.
     */
    public boolean retries(int most) {
        if (retried >= most) {
            return false;
        }
        pause(TimeUnit.SECONDS.toMillis(Math.min(LONGEST_PAUSE_SECONDS, (1L << retried) - 1)));
        retried++;
        return true;
    }

    /**
     * Pauses because the server was too busy to talk, for a time that no two hosts share and that
     * grows; false when the limit has passed since the first try.
     */
    public boolean waits(Duration limit) {
        if (System.nanoTime() - begun > limit.toNanos()) {
            return false;
        }
        waited++;
        var most = Math.min(LONGEST_WAIT_MILLIS, WAIT_STEP_MILLIS * waited);
        pause(ThreadLocalRandom.current().nextLong(SHORTEST_WAIT_MILLIS, most));
        return true;
    }

    /**
     * Sleeps.
     *
     * @throws UnreachableException when the run is stopped meanwhile
     */
    public static void pause(long millis) {
        try {
            TimeUnit.MILLISECONDS.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UnreachableException("interrupted", e);
        }
    }
}
