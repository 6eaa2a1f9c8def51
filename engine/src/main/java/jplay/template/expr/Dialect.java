package jplay.template.expr;

import java.util.Collection;
import java.util.Map;
import jplay.template.method.Attributes;
import jplay.template.python.Arguments;
import jplay.template.python.Generator;
import jplay.template.python.Iteration;
import jplay.template.python.PythonError;
import jplay.template.python.Text;
import jplay.template.python.Types;
import jplay.template.python.Undefined;
import jplay.template.python.View;
import org.jspecify.annotations.Nullable;

/** Where Ansible's templates differ from plain Jinja's. */
public enum Dialect {
    /** Jinja 3.1 with strict undefined values. */
    PLAIN,
    /**
     * ansible-core 2.19: chained undefined, lists instead of generators, no access to what is
     * internal.
     */
    ANSIBLE;

    /** {@code value.name}. */
    public @Nullable Object attribute(@Nullable Object value, String name) {
        if (value instanceof Undefined undefined) {
            return ofMissing(undefined);
        }
        if (this == ANSIBLE && isInternal(value, name)) {
            return Undefined.of(
                    "access to attribute '"
                            + name
                            + "' of '"
                            + Types.name(value)
                            + "' object is unsafe.");
        }
        return Attributes.attribute(value, name);
    }

    private static boolean isInternal(@Nullable Object value, String name) {
        return name.startsWith("__")
                && name.endsWith("__")
                && !(Types.isIntegral(value)
                        && Attributes.own(value, name)
                                != jplay.template.python.PythonObject.ABSENT);
    }

    /** {@code value[key]}. */
    public @Nullable Object item(@Nullable Object value, @Nullable Object key) {
        if (key instanceof Undefined && this == ANSIBLE) {
            Undefined.refuse(key);
        }
        if (value instanceof Undefined undefined) {
            return ofMissing(undefined);
        }
        if (key instanceof Undefined && !(value instanceof Map)) {
            return key;
        }
        return key instanceof CharSequence name && name.toString().startsWith("__")
                ? itemFirst(value, name.toString())
                : Attributes.item(value, key);
    }

    private @Nullable Object itemFirst(@Nullable Object value, String name) {
        var item =
                value instanceof Map<?, ?> dict
                        ? jplay.template.python.Keys.get(dict, name)
                        : jplay.template.python.PythonObject.ABSENT;
        return item == jplay.template.python.PythonObject.ABSENT ? attribute(value, name) : item;
    }

    /** What reading something of an undefined value, or calling it, gives. */
    public Undefined ofMissing(Undefined undefined) {
        if (this == PLAIN || undefined.isLenient()) {
            throw undefined.failure();
        }
        return undefined;
    }

    /** The undefined value that answers a call instead of its result; null when there is none. */
    @Nullable Undefined missingInput(@Nullable Object value, Arguments arguments) {
        if (this == PLAIN) {
            return null;
        }
        if (value instanceof Undefined undefined && !undefined.isLenient()) {
            return undefined;
        }
        return arguments.size() == 0
                ? null
                : arguments.undefined().filter(input -> !input.isLenient()).orElse(null);
    }

    /** The text of a value; in Ansible's nothing undefined may be in it. */
    public String text(@Nullable Object value) {
        if (this == ANSIBLE) {
            refuseUndefined(value);
        }
        return Text.of(value);
    }

    private static void refuseUndefined(@Nullable Object value) {
        switch (value) {
            case Undefined undefined when !undefined.isLenient() -> throw undefined.failure();
            case Map<?, ?> dict -> dict.values().forEach(Dialect::refuseUndefined);
            case Collection<?> values -> values.forEach(Dialect::refuseUndefined);
            case null, default -> {}
        }
    }

    /** What stands for the result of a filter, a test or a call that failed. */
    Undefined resultOf(PythonError failure) {
        if (this == PLAIN) {
            throw failure;
        }
        return failure.undefined().orElseGet(() -> Undefined.failed(failure));
    }

    /** The result of a filter or a call as the expression goes on with it. */
    @Nullable Object result(@Nullable Object result) {
        return this == ANSIBLE && (result instanceof Generator || result instanceof View)
                ? Iteration.list(result)
                : result;
    }
}
