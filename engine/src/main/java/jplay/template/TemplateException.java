package jplay.template;

import jplay.diagnostic.Diagnostic;
import jplay.diagnostic.Location;

/**
 * A template, expression or condition that cannot be rendered: the fault of what the user wrote, or
 * of a value.
 */
public class TemplateException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient Diagnostic diagnostic;
    private final boolean undefined;

    public TemplateException(Location location, String message, boolean undefined) {
        this(Diagnostic.error(location, 1, message), undefined);
    }

    public TemplateException(Diagnostic diagnostic, boolean undefined) {
        super(diagnostic.message());
        this.diagnostic = diagnostic;
        this.undefined = undefined;
    }

    /** The place and the one sentence. */
    public Diagnostic diagnostic() {
        return diagnostic;
    }

    /** Whether the cause is a variable that is not defined. */
    public boolean undefined() {
        return undefined;
    }
}
