package jplay.template.expr;

import jplay.template.python.Types;
import org.jspecify.annotations.Nullable;

/** A parsed expression; may be evaluated any number of times, by several threads. */
public interface Expression {
    /** Its value. */
    @Nullable Object evaluate(Evaluation evaluation);

    /** Whether its value is true. */
    default boolean holds(Evaluation evaluation) {
        return Types.truth(evaluate(evaluation));
    }
}
