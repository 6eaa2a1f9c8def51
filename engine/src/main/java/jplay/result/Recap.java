package jplay.result;

import java.util.Map;
import java.util.TreeMap;

/**
 * How the run went, by host name in alphabetical order.
 *
 * @param hosts the counts of every host that had at least one result
 */
public record Recap(Map<String, Counts> hosts) {
    public Recap {
        hosts = java.util.Collections.unmodifiableMap(new TreeMap<>(hosts));
    }

    /** What is counted per host; {@code ok} includes the changed ones. */
    public record Counts(
            int ok,
            int changed,
            int unreachable,
            int failed,
            int skipped,
            int rescued,
            int ignored) {
        /** Nothing happened yet. */
        public static final Counts ZERO = new Counts(0, 0, 0, 0, 0, 0, 0);
    }
}
