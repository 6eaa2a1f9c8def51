package jplay.module;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The arguments a record declares with {@link Arg}: read once from its header, used for binding,
 * for all validation problems at once, and for the documentation.
 *
 * @param <T> the record; a {@link Module} or an action of the engine
 */
public final class ArgsSpec<T> {
    private final Class<T> type;

    private ArgsSpec(Class<T> type) {
        this.type = type;
    }

    /** Reads a record's header. */
    public static <T extends Record> ArgsSpec<T> of(Class<T> type) {
        return new ArgsSpec<>(type);
    }

    /**
     * What is wrong with arguments as written, before anything is rendered: unknown and missing
     * names, wrong types and choices where the value holds no template, broken constraints.
     */
    public List<ArgProblem> check(Map<String, ? extends @Nullable Object> written) {
        throw new UnsupportedOperationException(type + " " + written);
    }

    /**
     * Makes the record from rendered values; {@link jplay.value.Omit} counts as not given.
     *
     * @throws ArgsException with all problems
     */
    public T bind(Map<String, ? extends @Nullable Object> rendered, ControllerFiles files) {
        throw new UnsupportedOperationException(type + " " + rendered + files);
    }

    /** One argument, as the documentation shows it. */
    public record Parameter(
            String name,
            List<String> aliases,
            String type,
            boolean required,
            Optional<String> orElse,
            List<String> choices,
            String description) {}

    /**
     * One mistake in the arguments of a task.
     *
     * @param argument the name as the user wrote it; empty when it is about none in particular
     */
    public record ArgProblem(String argument, String message) {}
}
