package jplay.lab;

import java.time.Instant;
import java.util.Map;

/**
 * The process that containers and networks of the lab belong to; told by a label, so that what a
 * killed run left behind is found.
 */
record Owner(long pid, String started) {
    static final String LABEL = "jplay.lab.owner";

    static Owner me() {
        return of(ProcessHandle.current());
    }

    /** Reads a label's value. */
    static Owner parse(String text) {
        var parts = text.split("@", 2);
        return new Owner(Long.parseLong(parts[0]), parts[1]);
    }

    /** As a label. */
    Map<String, String> label() {
        return Map.of(LABEL, pid + "@" + started);
    }

    boolean lives() {
        return ProcessHandle.of(pid).map(process -> of(process).equals(this)).orElse(false);
    }

    private static Owner of(ProcessHandle process) {
        var start = process.info().startInstant().orElse(Instant.EPOCH);
        return new Owner(process.pid(), start.toString());
    }
}
