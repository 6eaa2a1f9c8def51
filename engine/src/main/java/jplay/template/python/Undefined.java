package jplay.template.python;

import java.util.Optional;
import jplay.diagnostic.Location;
import org.jspecify.annotations.Nullable;

/** What stands for something that is not there; using it as a value fails with its message. */
public final class Undefined {
    private final String message;
    private final boolean lenient;
    private final Optional<Location> origin;
    private final Optional<PythonError> cause;

    private Undefined(
            String message,
            boolean lenient,
            Optional<Location> origin,
            Optional<PythonError> cause) {
        this.message = message;
        this.lenient = lenient;
        this.origin = origin;
        this.cause = cause;
    }

    /** The usual kind. */
    public static Undefined of(String message) {
        return new Undefined(message, false, Optional.empty(), Optional.empty());
    }

    /** A variable that does not exist. */
    public static Undefined variable(String name) {
        return of("'" + name + "' is undefined");
    }

    /** The missing {@code else} of an inline {@code if}: false, empty and equal to its like. */
    public static Undefined lenient(String message) {
        return new Undefined(message, true, Optional.empty(), Optional.empty());
    }

    /**
     * The result of a filter, test or call that failed, in Ansible's templates: the template fails
     * where the result is needed, not before.
     */
    public static Undefined failed(PythonError cause) {
        return new Undefined(cause.getMessage(), false, Optional.empty(), Optional.of(cause));
    }

    /** Throws when the value is undefined; gives it back otherwise. */
    public static @Nullable Object refuse(@Nullable Object value) {
        if (value instanceof Undefined undefined) {
            throw undefined.failure();
        }
        return value;
    }

    /** The same as the outcome of a template, unless it already knows where it comes from. */
    public Undefined from(Location place) {
        return origin.isPresent()
                ? this
                : new Undefined(message, lenient, Optional.of(place), cause);
    }

    /** The same as read at a line and column of the template being rendered. */
    public Undefined at(int line, int column) {
        return origin.isPresent() || cause.isPresent()
                ? this
                : new Undefined(
                        message,
                        lenient,
                        origin,
                        Optional.of(PythonError.undefined(this).at(line, column)));
    }

    /** The template it was the outcome of. */
    public Optional<Location> origin() {
        return origin;
    }

    /** What went missing. */
    public String message() {
        return message;
    }

    /** Whether it stands for a missing {@code else}. */
    public boolean isLenient() {
        return lenient;
    }

    /** Whether it stands for something that failed, for which there is no default. */
    public boolean isFailed() {
        return cause.filter(error -> error.undefined().isEmpty()).isPresent();
    }

    /** The error of using it. */
    public PythonError failure() {
        return cause.orElseGet(() -> PythonError.undefined(this));
    }

    @Override
    public String toString() {
        return "Undefined";
    }
}
