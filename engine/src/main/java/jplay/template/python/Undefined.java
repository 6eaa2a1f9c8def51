package jplay.template.python;

import java.util.Collection;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import jplay.diagnostic.Location;
import jplay.diagnostic.Spelling;
import jplay.value.TemplateString;
import org.jspecify.annotations.Nullable;

/** What stands for something that is not there; using it as a value fails with its message. */
public final class Undefined {
    private final String message;
    private final boolean lenient;
    private final Story story;

    /**
     * How it came to be.
     *
     * @param origin where the template has it whose outcome it was
     * @param place where it was read in the template that is being rendered
     * @param cause what failed
     * @param hint what there is instead
     */
    private record Story(
            Optional<Location> origin,
            Optional<PythonError.Place> place,
            Optional<PythonError> cause,
            Supplier<Optional<String>> hint) {
        static final Story NONE =
                new Story(Optional.empty(), Optional.empty(), Optional.empty(), Optional::empty);

        Story from(Location where) {
            return new Story(Optional.of(where), place, cause, hint);
        }

        Story at(PythonError.Place where) {
            return new Story(origin, Optional.of(where), cause, hint);
        }

        Story after(PythonError failure) {
            return new Story(origin, place, Optional.of(failure), hint);
        }

        Story instead(Supplier<Optional<String>> other) {
            return new Story(origin, place, cause, other);
        }

        boolean isPlaced() {
            return origin.isPresent() || place.isPresent() || cause.isPresent();
        }
    }

    private Undefined(String message, boolean lenient, Story story) {
        this.message = message;
        this.lenient = lenient;
        this.story = story;
    }

    /** The usual kind. */
    public static Undefined of(String message) {
        return new Undefined(message, false, Story.NONE);
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
        return new Undefined(message, lenient, story.instead(() -> nearest(name, known.get())));
    }

    private static Optional<String> nearest(String name, Collection<?> known) {
        return Spelling.nearest(name, known.stream().map(String::valueOf).toList());
    }

    /** The missing {@code else} of an inline {@code if}: false, empty and equal to its like. */
    public static Undefined lenient(String message) {
        return new Undefined(message, true, Story.NONE);
    }

    /**
     * The result of a filter, test or call that failed, in Ansible's templates: the template fails
     * where the result is needed, not before.
     */
    public static Undefined failed(PythonError cause) {
        return new Undefined(cause.getMessage(), false, Story.NONE.after(cause));
    }

    /** Throws when the value is undefined; gives it back otherwise. */
    public static @Nullable Object refuse(@Nullable Object value) {
        if (value instanceof Undefined undefined) {
            throw undefined.failure();
        }
        return value;
    }

    /** The same as the outcome of a template, unless it already knows where it comes from. */
    public Undefined from(TemplateString template) {
        if (story.origin.isPresent()) {
            return this;
        }
        var failed = story.cause.stream().flatMap(error -> error.way().stream());
        var place = Stream.concat(story.place.stream(), failed).findFirst();
        var origin = place.map(found -> found.in(template)).orElse(template.origin());
        return new Undefined(message, lenient, story.from(origin));
    }

    /**
     * The same as read at a place of the template being rendered.
     *
     * @param file that of the template when another took it in
     */
    public Undefined at(Optional<String> file, int line, int column) {
        return story.isPlaced()
                ? this
                : new Undefined(
                        message, lenient, story.at(new PythonError.Place(file, line, column)));
    }

    /** Where the template has it whose outcome it was. */
    public Optional<Location> origin() {
        return story.origin;
    }

    /** What there is that may have been meant. */
    public Optional<String> hint() {
        return story.hint.get().map(name -> "Did you mean '" + name + "'?");
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
        return story.cause.isPresent();
    }

    /** The error of using it. */
    public PythonError failure() {
        return story.cause.orElseGet(() -> PythonError.undefined(this, story.place));
    }

    @Override
    public String toString() {
        return "Undefined";
    }
}
