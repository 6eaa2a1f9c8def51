package jplay.result;

import java.util.Map;
import java.util.TreeMap;

/** Counts results host by host while the run goes on. For one thread. */
public final class Tally {
    private final Map<String, Recap.Counts> hosts = new TreeMap<>();

    /**
     * Counts how a task ended on a host; {@code rescued} when a rescue takes over after its
     * failure.
     */
    public void count(String host, TaskResult result, boolean rescued) {
        var changed = result.changed() ? 1 : 0;
        add(
                host,
                switch (result) {
                    case TaskResult.Ok _ -> new Recap.Counts(1, changed, 0, 0, 0, 0, 0);
                    case TaskResult.Skipped _ -> new Recap.Counts(0, 0, 0, 0, 1, 0, 0);
                    case TaskResult.Failed failed when failed.ignored() ->
                            new Recap.Counts(1, changed, 0, 0, 0, 0, 1);
                    case TaskResult.Failed _ when rescued -> new Recap.Counts(0, 0, 0, 0, 0, 1, 0);
                    case TaskResult.Failed _ -> new Recap.Counts(0, 0, 0, 1, 0, 0, 0);
                    case TaskResult.Unreachable lost when lost.ignored() ->
                            new Recap.Counts(1, 0, 0, 0, 0, 0, 1);
                    case TaskResult.Unreachable _ -> new Recap.Counts(0, 0, 1, 0, 0, 0, 0);
                });
    }

    /** Counts a success that nobody sees, such as a file that was included. */
    public void countOk(String host) {
        add(host, new Recap.Counts(1, 0, 0, 0, 0, 0, 0));
    }

    private void add(String host, Recap.Counts more) {
        hosts.merge(host, more, Tally::sum);
    }

    private static Recap.Counts sum(Recap.Counts a, Recap.Counts b) {
        return new Recap.Counts(
                a.ok() + b.ok(),
                a.changed() + b.changed(),
                a.unreachable() + b.unreachable(),
                a.failed() + b.failed(),
                a.skipped() + b.skipped(),
                a.rescued() + b.rescued(),
                a.ignored() + b.ignored());
    }

    /** What was counted so far. */
    public Recap recap() {
        return new Recap(hosts);
    }
}
