package jplay.template.expr;

import java.util.List;
import jplay.template.python.Arithmetic;
import jplay.template.python.Comparison;
import jplay.template.python.Markup;
import jplay.template.python.Types;
import jplay.template.python.Undefined;
import org.jspecify.annotations.Nullable;

/** Operators. */
public sealed interface Operation extends Expression {
    /** {@code left and right}: the first that decides. */
    record And(Expression left, Expression right) implements Operation {
        @Override
        public @Nullable Object evaluate(Evaluation evaluation) {
            var value = left.evaluate(evaluation);
            return Types.truth(value) ? right.evaluate(evaluation) : value;
        }

        @Override
        public boolean holds(Evaluation evaluation) {
            return left.holds(evaluation) && right.holds(evaluation);
        }
    }

    /** {@code left or right}: the first that decides. */
    record Or(Expression left, Expression right) implements Operation {
        @Override
        public @Nullable Object evaluate(Evaluation evaluation) {
            var value = left.evaluate(evaluation);
            return Types.truth(value) ? value : right.evaluate(evaluation);
        }

        @Override
        public boolean holds(Evaluation evaluation) {
            return left.holds(evaluation) || right.holds(evaluation);
        }
    }

    /** {@code not operand}. */
    record Not(Expression operand) implements Operation {
        @Override
        public Object evaluate(Evaluation evaluation) {
            return !operand.holds(evaluation);
        }
    }

    /** {@code -operand} and {@code +operand}. */
    record Signed(String operator, Expression operand) implements Operation {
        @Override
        public Object evaluate(Evaluation evaluation) {
            return Arithmetic.signed(operator, operand.evaluate(evaluation));
        }
    }

    /** Arithmetic. */
    record Binary(Expression left, String operator, Expression right) implements Operation {
        @Override
        public @Nullable Object evaluate(Evaluation evaluation) {
            return Arithmetic.apply(
                    operator, left.evaluate(evaluation), right.evaluate(evaluation));
        }
    }

    /** {@code a ~ b ~ c}. */
    record Concatenation(List<Expression> parts) implements Operation {
        @Override
        public Object evaluate(Evaluation evaluation) {
            var out = new StringBuilder();
            for (var part : parts) {
                var value = part.evaluate(evaluation);
                out.append(
                        evaluation.escaping()
                                ? Markup.escape(value)
                                : evaluation.dialect().text(value));
            }
            return evaluation.escaping() ? new Markup(out.toString()) : out.toString();
        }
    }

    /** {@code a < b <= c}: all must hold. */
    record Compare(Expression first, List<Step> steps) implements Operation {
        @Override
        public Object evaluate(Evaluation evaluation) {
            var left = first.evaluate(evaluation);
            for (var step : steps) {
                var right = step.operand.evaluate(evaluation);
                if (!step.holds(left, right)) {
                    return false;
                }
                left = right;
            }
            return true;
        }
    }

    /** One comparison of a chain. */
    record Step(String operator, Expression operand) {
        boolean holds(@Nullable Object left, @Nullable Object right) {
            return switch (operator) {
                case "==" -> Comparison.equal(left, right);
                case "!=" -> !Comparison.equal(left, right);
                case "in" -> Comparison.contains(right, left);
                case "not in" -> !Comparison.contains(right, left);
                default -> Comparison.ordered(left, operator, right);
            };
        }
    }

    /** {@code then if condition else otherwise}. */
    record Choice(Expression condition, Expression then, @Nullable Expression otherwise)
            implements Operation {
        @Override
        public @Nullable Object evaluate(Evaluation evaluation) {
            if (condition.holds(evaluation)) {
                return then.evaluate(evaluation);
            }
            return otherwise == null
                    ? Undefined.lenient(
                            "the inline if-expression evaluated to false and no else"
                                    + " section was defined.")
                    : otherwise.evaluate(evaluation);
        }
    }
}
