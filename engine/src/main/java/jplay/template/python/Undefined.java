package jplay.template.python;

import java.util.Collection;
import java.util.Optional;
import java.util.function.Supplier;
import jplay.diagnostic.Location;
import jplay.diagnostic.Spelling;
import org.jspecify.annotations.Nullable;

/** What stands for something that is not there; using it as a value fails with its message. */
public final class Undefined {
    private final String message;
    private final boolean lenient;
    private final Optional<Location> origin;
    private final Optional<PythonError> cause;
    private final Supplier<Optional<String>> hint;

    private Undefined(
            String message,
            boolean lenient,
            Optional<Location> origin,
            Optional<PythonError> cause,
            Supplier<Optional<String>> hint) {
        this.message = message;
        this.lenient = lenient;
        this.origin = origin;
        this.cause = cause;
        this.hint = hint;
    }

    private Undefined(String message, boolean lenient, Optional<PythonError> cause) {
        this(message, lenient, Optional.empty(), cause, Optional::empty);
    }

    /** The usual kind. */
    public static Undefined of(String message) {
        return new Undefined(message, false, Optional.empty());
    }

    /** A variable that does not exist. */
    public static Undefined variable(String name) {
        return of("'" + name + "' is undefined");
    }

    /**
     * The same where it is known what there is instead.
     *
     * @param name what was asked for
     * @param known what might have been meant; asked for only when a user is told
     */
    public Undefined instead(String name, Supplier<? extends Collection<?>> known) {
        return new Undefined(
                message,
                lenient,
                origin,
                cause,
                () -> Spelling.nearest(name, known.get().stream().map(String::valueOf).toList()));
    }

    /** The missing {@code else} of an inline {@code if}: false, empty and equal to its like. */
    public static Undefined lenient(String message) {
        return new Undefined(message, true, Optional.empty());
    }

    /**
     * The result of a filter, test or call that failed, in Ansible's templates: the template fails
     * where the result is needed, not before.
     */
    public static Undefined failed(PythonError cause) {
        return new Undefined(cause.getMessage(), false, Optional.of(cause));
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
                : new Undefined(message, lenient, Optional.of(place), cause, hint);
    }

    /**
     * The same as read at a place of the template being rendered.
     *
     * @param file that of the template when another took it in
     */
    public Undefined at(Optional<String> file, int line, int column) {
        if (origin.isPresent() || cause.isPresent()) {
            return this;
        }
        var here = PythonError.undefined(this).at(line, column);
        var failure = file.map(here::leaving).orElse(here);
        return new Undefined(message, lenient, origin, Optional.of(failure), hint);
    }

    /** The template it was the outcome of. */
    public Optional<Location> origin() {
        return origin;
    }

    /** What there is that may have been meant. */
    public Optional<String> hint() {
        return hint.get().map(name -> "Did you mean '" + name + "'?");
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
