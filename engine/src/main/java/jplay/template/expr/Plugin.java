package jplay.template.expr;

import jplay.template.python.Arguments;

import org.jspecify.annotations.Nullable;

/** A filter or a test. */
public interface Plugin {
    /** Applies it to a value. */
    @Nullable Object apply(Evaluation evaluation, @Nullable Object value, Arguments arguments);

    /** Whether it wants undefined values as they are. */
    boolean acceptsUndefined();

    /** Applies it as the dialect demands: an undefined input is its own answer. */
    default @Nullable Object invoke(
            Evaluation evaluation, @Nullable Object value, Arguments arguments) {
        var dialect = evaluation.dialect();
        var missing = acceptsUndefined() ? null : dialect.missingInput(value, arguments);
        return missing != null ? missing : dialect.result(apply(evaluation, value, arguments));
    }
}
