package jplay.diagnostic;

import java.util.ArrayList;
import java.util.List;

/**
 * Collects diagnostics while reading goes on, so that the user sees all mistakes at once. Not for
 * several threads.
 */
public final class Problems {
    private final List<Diagnostic> found = new ArrayList<>();

    /** Takes one more. */
    public void add(Diagnostic diagnostic) {
        found.add(diagnostic);
    }

    /** Takes one more mistake. */
    public void error(Location location, int length, String message) {
        add(Diagnostic.error(location, length, message));
    }

    /** All that was found so far, in the order it was found. */
    public List<Diagnostic> all() {
        return List.copyOf(found);
    }

    /** Warnings and deprecations only. */
    public List<Diagnostic> warnings() {
        return found.stream().filter(d -> d.severity() != Diagnostic.Severity.ERROR).toList();
    }

    /** Ends the reading when there was a mistake. */
    public void throwIfAny() {
        var errors = found.stream().filter(d -> d.severity() == Diagnostic.Severity.ERROR).toList();
        if (!errors.isEmpty()) {
            throw new PlaybookException(errors, warnings());
        }
    }
}
