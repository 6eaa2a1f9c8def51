package jplay.template.ansible.query;

import io.burt.jmespath.Adapter;
import io.burt.jmespath.Expression;
import io.burt.jmespath.JmesPathType;
import io.burt.jmespath.node.ComparisonNode;
import io.burt.jmespath.node.Node;
import io.burt.jmespath.node.Operator;
import io.burt.jmespath.node.StandardNodeFactory;
import org.jspecify.annotations.Nullable;

/** Lets texts be compared as Python's library does, beyond what the language says. */
final class TextComparisons extends StandardNodeFactory<@Nullable Object> {
    private final Adapter<@Nullable Object> runtime;

    TextComparisons(Adapter<@Nullable Object> runtime) {
        super(runtime);
        this.runtime = runtime;
    }

    @Override
    public Node<@Nullable Object> createComparison(
            Operator operator,
            Expression<@Nullable Object> left,
            Expression<@Nullable Object> right) {
        return switch (operator) {
            case EQUALS, NOT_EQUALS -> super.createComparison(operator, left, right);
            default -> new Order(runtime, operator, left, right);
        };
    }

    /** Which of two comes first. */
    private static final class Order extends ComparisonNode<@Nullable Object> {
        private final Adapter<@Nullable Object> adapter;
        private final Operator operator;

        private Order(
                Adapter<@Nullable Object> adapter,
                Operator operator,
                Expression<@Nullable Object> left,
                Expression<@Nullable Object> right) {
            super(adapter, left, right);
            this.adapter = adapter;
            this.operator = operator;
        }

        @Override
        protected @Nullable Object compareObjects(@Nullable Object left, @Nullable Object right) {
            return adapter.typeOf(left) == JmesPathType.STRING
                            && adapter.typeOf(right) == JmesPathType.STRING
                    ? compareNumbers(left, right)
                    : null;
        }

        @Override
        protected Object compareNumbers(@Nullable Object left, @Nullable Object right) {
            var order = adapter.compare(left, right);
            return switch (operator) {
                case GREATER_THAN -> order > 0;
                case GREATER_THAN_OR_EQUALS -> order >= 0;
                case LESS_THAN -> order < 0;
                default -> order <= 0;
            };
        }

        @Override
        protected String operatorToString() {
            return operator.toString();
        }
    }
}
