package jplay.diagnostic;

import java.util.List;
import java.util.stream.Collectors;

/** What the user wrote is wrong: one or more located mistakes, never empty. */
public class PlaybookException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient List<Diagnostic> diagnostics;
    private final transient List<Diagnostic> warnings;

    public PlaybookException(List<Diagnostic> diagnostics) {
        this(diagnostics, List.of());
    }

    /** Mistakes, and what was dubious beside them. */
    public PlaybookException(List<Diagnostic> diagnostics, List<Diagnostic> warnings) {
        super(diagnostics.stream().map(Diagnostic::toString).collect(Collectors.joining("\n")));
        this.diagnostics = List.copyOf(diagnostics);
        this.warnings = List.copyOf(warnings);
    }

    /** One mistake at one place. */
    public PlaybookException(Location location, String message) {
        this(List.of(Diagnostic.error(location, 1, message)));
    }

    /** All mistakes, in the order of the source. */
    public List<Diagnostic> diagnostics() {
        return diagnostics;
    }

    /** What was dubious beside the mistakes. */
    public List<Diagnostic> warnings() {
        return warnings;
    }
}
