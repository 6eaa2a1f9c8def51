package jplay.template.method;

import jplay.template.python.Arguments;
import jplay.template.python.Callable;
import org.jspecify.annotations.Nullable;

/**
 * A method of a type.
 *
 * @param <T> what it is called on
 */
@FunctionalInterface
interface Method<T> {
    /** Calls it on a value. */
    @Nullable Object call(T self, Arguments arguments);

    /** The method as an attribute of one value. */
    default Callable on(T self) {
        return new Bound<>(this, self);
    }

    /** A method and the value it belongs to. */
    record Bound<T>(Method<T> method, T self) implements Callable {
        @Override
        public @Nullable Object call(Arguments arguments) {
            return method.call(self, arguments);
        }

        @Override
        public String typeName() {
            return "builtin_function_or_method";
        }
    }
}
