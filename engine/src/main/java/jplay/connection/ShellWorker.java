package jplay.connection;

import java.time.Duration;
import java.util.Optional;
import jplay.module.Answer;
import jplay.module.type.Payload;

/**
 * A long-lived {@code sh} of one user on one host. Requests run one after the other in the order
 * they were sent, each in a subshell of its own; several may be under way. Thread-safe.
 */
public interface ShellWorker {
    /** Bytes kept of what one request prints on one stream, unless the user wants otherwise. */
    int KEPT = 16 * 1024 * 1024;

    /**
     * Sends a request without waiting.
     *
     * @throws UnreachableException when the connection is lost
     */
    Pending send(ShellRequest request);

    /** Sends a request and waits for its answer. */
    default Answer call(ShellRequest request) {
        return send(request).await();
    }

    /**
     * Writes bytes into a new file of mode 0600 in the worker's temporary folder and returns its
     * path; a round trip, and one or two for the first large file. Where the host can compute a
     * SHA-1, what arrived is compared with what was sent.
     *
     * @param timeout after which it is stopped and fails; none when empty
     */
    String upload(Payload payload, Optional<Duration> timeout);

    /** The same without a limit. */
    default String upload(Payload payload) {
        return upload(payload, Optional.empty());
    }

    /** Tells from now on how uploads go, a few times a second. */
    void watchUploads(UploadProgress watcher);

    /** Who is told how an upload goes; must return soon. */
    @FunctionalInterface
    interface UploadProgress {
        /** So many bytes of so many are under way. */
        void sent(long bytes, long size);
    }

    /** How often someone waited for this worker's host so far. */
    int roundTrips();

    /** An answer on its way. */
    interface Pending {
        /**
         * Waits for the answer; returns the same answer when called again.
         *
         * @throws UnreachableException when the connection was lost before the answer came
         */
        Answer await();
    }
}
