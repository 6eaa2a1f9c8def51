package jplay.template.expr;

import jplay.value.TemplateString;
import org.jspecify.annotations.Nullable;

/** What an expression needs from around it while it is evaluated. */
public interface Evaluation {
    /** The value of a variable; undefined when there is none. */
    @Nullable Object variable(String name);

    /** A global function or object; undefined when there is none. */
    @Nullable Object global(String name);

    /** Whose rules apply. */
    Dialect dialect();

    /** Filters and tests. */
    Catalog catalog();

    /** Whether text is escaped for HTML. */
    boolean escaping();

    /** Renders a text that its author meant to be a template. */
    @Nullable Object render(TemplateString template);

    /** Files, other variables and messages, for the few plugins that need them. */
    Surroundings surroundings();

    /** {@code value.name}. */
    default @Nullable Object attribute(@Nullable Object value, String name) {
        return dialect().attribute(value, name);
    }

    /** {@code value[key]}. */
    default @Nullable Object item(@Nullable Object value, @Nullable Object key) {
        return dialect().item(value, key);
    }
}
