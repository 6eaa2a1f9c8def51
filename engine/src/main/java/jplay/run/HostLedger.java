package jplay.run;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import jplay.play.PlayIterator;

/** Which hosts failed or were lost so far; they take no part in later plays. For one thread. */
final class HostLedger {
    private final Set<String> failed = new LinkedHashSet<>();
    private final Set<String> unreachable = new LinkedHashSet<>();
    private boolean anyFailed;
    private boolean anyUnreachable;

    /** Those that may take part. */
    List<String> left(List<String> hosts) {
        return hosts.stream()
                .filter(host -> !failed.contains(host) && !unreachable.contains(host))
                .toList();
    }

    /** Takes down how a batch ended; says how many of its hosts are out now. */
    int close(PlayIterator batch) {
        var out = 0;
        for (var host : batch.hosts()) {
            failed.remove(host);
            unreachable.remove(host);
            if (batch.failed(host)) {
                failed.add(host);
                out++;
            } else if (batch.unreachable(host)) {
                unreachable.add(host);
                out++;
            }
        }
        anyFailed = anyFailed || !failed.isEmpty();
        anyUnreachable = anyUnreachable || !unreachable.isEmpty();
        return out;
    }

    /** Nobody counts as failed or lost any more. */
    void forgive() {
        failed.clear();
        unreachable.clear();
    }

    /** Those that are out now, sorted. */
    List<String> out() {
        return Stream.concat(failed.stream(), unreachable.stream()).distinct().sorted().toList();
    }

    boolean anyFailed() {
        return anyFailed;
    }

    boolean anyUnreachable() {
        return anyUnreachable;
    }
}
