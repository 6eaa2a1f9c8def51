package jplay.diagnostic;

import java.util.List;
import java.util.Optional;

/**
 * One thing to tell the user about what they wrote.
 *
 * @param length how many characters from the location on are guilty; at least 1
 * @param message one sentence: what, what was got, what was wanted, a hint
 * @param trail the way to the place, innermost first: {@code in task 'install' < role 'etcd' < play
 *     'members' (site.yml:3)}
 * @param hint what the user may have meant, as a sentence
 */
public record Diagnostic(
        Severity severity,
        Location location,
        int length,
        String message,
        List<String> trail,
        Optional<String> hint) {
    /** How bad it is. */
    public enum Severity {
        ERROR,
        WARNING,
        DEPRECATION
    }

    public Diagnostic {
        trail = List.copyOf(trail);
    }

    /** A mistake that keeps the run from starting. */
    public static Diagnostic error(Location location, int length, String message) {
        return new Diagnostic(
                Severity.ERROR, location, length, message, List.of(), Optional.empty());
    }

    /** Something dubious that does not stop the run. */
    public static Diagnostic warning(Location location, int length, String message) {
        return new Diagnostic(
                Severity.WARNING, location, length, message, List.of(), Optional.empty());
    }

    /** The same in other words. */
    public Diagnostic saying(String words) {
        return new Diagnostic(severity, location, length, words, trail, hint);
    }

    @Override
    public String toString() {
        return severity + " " + location + "  " + message;
    }
}
