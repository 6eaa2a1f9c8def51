package jplay.diagnostic;

import java.util.List;
import java.util.stream.Collectors;

/** What the user wrote is wrong: one or more located mistakes, never empty. */
public class PlaybookException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient List<Diagnostic> diagnostics;

    public PlaybookException(List<Diagnostic> diagnostics) {
        super(diagnostics.stream().map(Diagnostic::toString).collect(Collectors.joining("\n")));
        this.diagnostics = List.copyOf(diagnostics);
    }

    /** One mistake at one place. */
    public PlaybookException(Location location, String message) {
        this(List.of(Diagnostic.error(location, 1, message)));
    }

    /** All mistakes, in the order of the source. */
    public List<Diagnostic> diagnostics() {
        return diagnostics;
    }
}
