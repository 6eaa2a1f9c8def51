package jplay.template.expr;

import jplay.template.python.Arguments;
import jplay.template.python.PythonError;
import org.jspecify.annotations.Nullable;

/** A filter or a test. */
public interface Plugin {
    /** Applies it to a value. */
    @Nullable Object apply(Evaluation evaluation, @Nullable Object value, Arguments arguments);

    /** Whether it wants undefined values as they are. */
    boolean acceptsUndefined();

    /**
     * Applies it as the dialect demands: in Ansible's an undefined input is its own answer, also
     * when it is only met on the way.
     */
    default @Nullable Object invoke(
            Evaluation evaluation, @Nullable Object value, Arguments arguments) {
        var dialect = evaluation.dialect();
        var missing = acceptsUndefined() ? null : dialect.missingInput(value, arguments);
        if (missing != null) {
            return missing;
        }
        try {
            return dialect.result(apply(evaluation, value, arguments));
        } catch (PythonError e) {
            return dialect.resultOf(e);
        }
    }
}
