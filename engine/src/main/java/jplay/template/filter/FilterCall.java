package jplay.template.filter;

import java.util.List;
import java.util.Map;
import jplay.template.expr.Evaluation;
import jplay.template.python.Iteration;
import jplay.template.python.Numbers;
import jplay.template.python.PythonError;
import jplay.template.python.Text;
import jplay.template.python.Types;
import jplay.template.python.Undefined;
import org.jspecify.annotations.Nullable;

/**
 * One application of a filter or test: the value, the arguments by the names of the parameters, and
 * what is around.
 */
public final class FilterCall {
    private final Evaluation evaluation;
    private final @Nullable Object value;
    private final Signature signature;
    private final Signature.Bound bound;

    /** A call with its arguments sorted. */
    public FilterCall(
            Evaluation evaluation,
            @Nullable Object value,
            Signature signature,
            Signature.Bound bound) {
        this.evaluation = evaluation;
        this.value = value;
        this.signature = signature;
        this.bound = bound;
    }

    /** What is around. */
    public Evaluation evaluation() {
        return evaluation;
    }

    /** The value it is applied to. */
    public @Nullable Object value() {
        return value;
    }

    /** The value as text prints it. */
    public String text() {
        return evaluation.dialect().text(value);
    }

    /** What a loop over the value would see, as a new list. */
    public List<@Nullable Object> list() {
        return Iteration.list(value);
    }

    /** The value, which must be a dict. */
    public Map<?, ?> dict() {
        if (value instanceof Map<?, ?> dict) {
            return dict;
        }
        Undefined.refuse(value);
        throw PythonError.type(
                signature.name()
                        + " requires a dictionary, got "
                        + Types.name(value)
                        + " instead.");
    }

    /** An argument. */
    public @Nullable Object get(String parameter) {
        return bound.values()[signature.indexOf(parameter)];
    }

    /** Whether there is such a parameter. */
    public boolean takes(String parameter) {
        return signature.parameters().stream().anyMatch(known -> known.name().equals(parameter));
    }

    /** Whether an argument is something else than None. */
    public boolean has(String parameter) {
        return get(parameter) != null;
    }

    /** An argument as text prints it. */
    public String text(String parameter) {
        return Text.of(get(parameter));
    }

    /** An argument that must be an integer. */
    public int integer(String parameter) {
        return Numbers.index(get(parameter));
    }

    /** Whether an argument is true. */
    public boolean flag(String parameter) {
        return Types.truth(get(parameter));
    }

    /** What a loop over an argument would see, as a new list. */
    public List<@Nullable Object> list(String parameter) {
        return Iteration.list(get(parameter));
    }

    /** More positional arguments. */
    public List<? extends @Nullable Object> rest() {
        return bound.rest();
    }

    /** More named arguments. */
    public Map<String, @Nullable Object> named() {
        return bound.named();
    }
}
