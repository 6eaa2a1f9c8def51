package jplay.template.python;

import java.util.Optional;

/**
 * An exception as Python would raise it: cheap, without a stack, with the place in the template
 * once it is known.
 */
public final class PythonError extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final String kind;
    private final transient Optional<Undefined> undefined;
    private final int line;
    private final int column;

    public PythonError(String kind, String message) {
        this(kind, message, Optional.empty(), new int[] {0, 0});
    }

    private PythonError(String kind, String message, Optional<Undefined> undefined, int[] place) {
        super(message, null, false, false);
        this.kind = kind;
        this.undefined = undefined;
        this.line = place[0];
        this.column = place[1];
    }

    /** A value of the wrong type. */
    public static PythonError type(String message) {
        return new PythonError("TypeError", message);
    }

    /** A value that is not acceptable. */
    public static PythonError value(String message) {
        return new PythonError("ValueError", message);
    }

    /** The template is not well formed. */
    public static PythonError syntax(String message, int line, int column) {
        return new PythonError(
                "TemplateSyntaxError", message, Optional.empty(), new int[] {line, column});
    }

    /** Something undefined was needed. */
    public static PythonError undefined(Undefined undefined) {
        return new PythonError(
                "UndefinedError", undefined.message(), Optional.of(undefined), new int[] {0, 0});
    }

    /** The same at a place of the template, when it has no place yet. */
    public PythonError at(int atLine, int atColumn) {
        return line > 0
                ? this
                : new PythonError(kind, getMessage(), undefined, new int[] {atLine, atColumn});
    }

    /** The same with another text. */
    public PythonError saying(String message) {
        return new PythonError(kind, message, undefined, new int[] {line, column});
    }

    /** The same in another text than the one being rendered. */
    public PythonError within(String source) {
        var place = line > 0 ? source + ":" + line + ":" + column : source;
        return new PythonError(
                kind, getMessage() + " (" + place + ")", undefined, new int[] {0, 0});
    }

    /** The Python class, as {@code TypeError}. */
    public String kind() {
        return kind;
    }

    /** What was undefined, when that is the cause. */
    public Optional<Undefined> undefined() {
        return undefined;
    }

    /** Line within the template from 1; 0 when unknown. */
    public int line() {
        return line;
    }

    /** Column within the template from 1; 0 when unknown. */
    public int column() {
        return column;
    }

    @Override
    public String toString() {
        return kind + ": " + getMessage();
    }
}
