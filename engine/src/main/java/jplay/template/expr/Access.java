package jplay.template.expr;

import jplay.template.method.Slice;
import org.jspecify.annotations.Nullable;

/** Reading variables, attributes and items. */
public sealed interface Access extends Expression {
    /** A variable. */
    record Name(String name) implements Access {
        @Override
        public @Nullable Object evaluate(Evaluation evaluation) {
            return evaluation.variable(name);
        }
    }

    /** {@code target.name}. */
    record Attribute(Expression target, String name) implements Access {
        @Override
        public @Nullable Object evaluate(Evaluation evaluation) {
            return evaluation.attribute(target.evaluate(evaluation), name);
        }
    }

    /** {@code target[key]}. */
    record Item(Expression target, Expression key) implements Access {
        @Override
        public @Nullable Object evaluate(Evaluation evaluation) {
            return evaluation.item(target.evaluate(evaluation), key.evaluate(evaluation));
        }
    }

    /** {@code start:stop:step} as a key. */
    record Section(@Nullable Expression start, @Nullable Expression stop, @Nullable Expression step)
            implements Access {
        @Override
        public Object evaluate(Evaluation evaluation) {
            return new Slice(
                    value(start, evaluation), value(stop, evaluation), value(step, evaluation));
        }

        private static @Nullable Object value(
                @Nullable Expression expression, Evaluation evaluation) {
            return expression == null ? null : expression.evaluate(evaluation);
        }
    }
}
