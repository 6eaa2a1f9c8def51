package jplay.connection.ssh;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicBoolean;
import jplay.connection.UnreachableException;

/**
 * Logs in on a thread of the operating system. A virtual one that waits for a socket makes the JVM
 * start a thread that waits for all of them, and while there is one the JVM takes 300 ms to end.
 */
final class SystemThread {
    private SystemThread() {}

    /** Waits for a connection; one that comes after the wait was interrupted is closed. */
    static Link await(String name, Callable<Link> work) throws ConnectFailure {
        var abandoned = new AtomicBoolean();
        var task =
                new FutureTask<>(() -> {
                    var link = work.call();
                    if (abandoned.get()) {
                        link.close();
                    }
                    return link;
                });
        Thread.ofPlatform().daemon().name("login of " + name).start(task);
        try {
            return task.get();
        } catch (InterruptedException e) {
            abandoned.set(true);
            Thread.currentThread().interrupt();
            throw new UnreachableException("interrupted", e);
        } catch (ExecutionException e) {
            throw failure(e.getCause());
        }
    }

    private static ConnectFailure failure(Throwable cause) {
        return switch (cause) {
            case ConnectFailure failure -> failure;
            case RuntimeException thrown -> throw thrown;
            case Error thrown -> throw thrown;
            default -> throw new IllegalStateException(cause);
        };
    }
}
