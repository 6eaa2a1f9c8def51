package jplay.template.python;

import org.jspecify.annotations.Nullable;

/** Something a template can call. */
@FunctionalInterface
public interface Callable extends PythonObject {
    /** Calls it. */
    @Nullable Object call(Arguments arguments);

    /**
     * Whether it wants undefined arguments as they are; any other call given one answers with it.
     */
    default boolean acceptsUndefined() {
        return false;
    }

    @Override
    default String typeName() {
        return "function";
    }
}
