package jplay.connection;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import jplay.module.TaskFailure;
import jplay.module.type.Payload;

/**
 * The way that large files take to a host: a second shell of the same user, so that the first stays
 * free. A host that lets the user in only once gets them through the first. Thread-safe.
 */
final class FileLane {
    /** A smaller file is through before another shell has been started. */
    private static final long LARGE = 1024L * 1024;

    private final PipeWorker first;
    private final Supplier<ShellProcess> another;
    private final ReentrantLock lock = new ReentrantLock();
    private volatile Optional<PipeWorker> second = Optional.empty();
    private final AtomicInteger started = new AtomicInteger();
    private boolean refused;
    private volatile boolean closed;

    FileLane(PipeWorker first, Supplier<ShellProcess> another) {
        this.first = first;
        this.another = another;
    }

    /** Who takes these bytes. */
    PipeWorker carrier(Payload payload) throws IOException {
        if (payload.size() < LARGE) {
            return first;
        }
        lock.lock();
        try {
            if (!closed && !refused && second.filter(worker -> !worker.lost()).isEmpty()) {
                second = started();
                refused = second.isEmpty();
            }
            return second.orElse(first);
        } finally {
            lock.unlock();
        }
    }

    private Optional<PipeWorker> started() {
        try {
            var worker = new PipeWorker(another.get(), another);
            started.incrementAndGet();
            if (closed) {
                worker.close();
            }
            return Optional.of(worker);
        } catch (UnreachableException | TaskFailure _) {
            return Optional.empty();
        }
    }

    /** Whether it was never needed. */
    boolean unused() {
        return second.isEmpty();
    }

    /** How often someone waited for it so far. */
    int roundTrips() {
        return started.get() + second.map(PipeWorker::roundTrips).orElse(0);
    }

    /** Does not wait for a shell that is being started; that one ends when it is there. */
    void close() {
        closed = true;
        second.ifPresent(PipeWorker::close);
    }
}
