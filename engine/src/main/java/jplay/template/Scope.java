package jplay.template;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The variables one rendering sees, by name, unrendered: a value may hold {@link
 * jplay.value.TemplateString}s, which the templar renders when they are read. Must be safe to read
 * from several threads. A mapping among the values may be a scope itself: then what it holds is
 * rendered among its own variables.
 */
public interface Scope {
    /** Whether a variable of that name exists. */
    boolean has(String name);

    /** The unrendered value; null when it is null or there is none. */
    @Nullable Object get(String name);

    /**
     * The unrendered value of a variable when it is one that a user wrote. Only such text may be
     * taken for an expression; what hosts and tasks brought never is.
     */
    default Optional<Object> written(String name) {
        return Optional.empty();
    }

    /** All names. */
    Set<String> names();

    /** Folders in which lookups, includes and templates are searched, nearest first. */
    List<Path> searchPath();
}
