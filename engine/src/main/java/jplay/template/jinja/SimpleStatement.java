package jplay.template.jinja;

import jplay.template.expr.Expression;

/** Statements without a body. */
sealed interface SimpleStatement extends Statement {
    /** {@code do}: an expression whose value does not matter. */
    record Do(Expression expression) implements SimpleStatement {
        @Override
        public String getName() {
            return "do";
        }

        @Override
        public void run(Rendering rendering) {
            expression.evaluate(rendering);
        }
    }

    /** {@code print}: the old form of {@code {{ }}}. */
    record Print(Expression expression) implements SimpleStatement {
        @Override
        public String getName() {
            return "print";
        }

        @Override
        public void run(Rendering rendering) {
            rendering.put(expression.evaluate(rendering));
        }
    }

    /** {@code break} and {@code continue}. */
    record Leave(Rendering.Flow flow) implements SimpleStatement {
        @Override
        public String getName() {
            return flow.name().toLowerCase(java.util.Locale.ROOT);
        }

        @Override
        public void run(Rendering rendering) {
            rendering.flow(flow);
        }
    }
}
