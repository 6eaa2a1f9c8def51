package jplay.task.action;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntFunction;
import jplay.connection.UnreachableException;
import jplay.module.Remote;
import jplay.module.TaskFailure;
import jplay.task.ActingHost;
import jplay.task.Waiting;

/**
 * Waits until a host can be reached and is as it should be, with a new connection for each try.
 *
 * @param connecting after which a try is given up; as long as connecting may take anyway when empty
 * @param pause how long to wait behind each try, the first being 0
 */
record Reconnection(ActingHost host, Optional<Duration> connecting, IntFunction<Duration> pause) {
    /**
     * Tries, once at least, until it works or the limit has passed.
     *
     * @param trouble what is still wrong with the host; empty when it is as it should be
     * @return what was wrong at last; empty when it worked
     */
    Optional<String> trouble(Duration limit, Function<Remote, Optional<String>> trouble) {
        var until = System.nanoTime() + limit.toNanos();
        var last = Optional.<String>empty();
        for (var tried = 0; tried == 0 || System.nanoTime() < until; tried++) {
            host.reset();
            last = tried(trouble);
            if (last.isEmpty()) {
                return last;
            }
            Waiting.sleep(pause.apply(tried));
        }
        return last;
    }

    private Optional<String> tried(Function<Remote, Optional<String>> trouble) {
        try {
            if (connecting.isEmpty()) {
                return trouble.apply(host.remote());
            }
            var limit = connecting.get();
            return Waiting.atMost(limit, () -> trouble.apply(host.remote()))
                    .orElseGet(() ->
                            Optional.of("no answer within %d s".formatted(limit.toSeconds())));
        } catch (UnreachableException | TaskFailure e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }
}
