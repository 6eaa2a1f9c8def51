package jplay.template.jinja;

import com.hubspot.jinjava.tree.Node;
import java.util.List;
import jplay.template.expr.Expression;
import jplay.template.expr.Invocation;
import org.jspecify.annotations.Nullable;

/** {@code set}, of a value or of what a block gives. */
sealed interface SetStatement extends Statement {
    @Override
    default String getName() {
        return "set";
    }

    /** {@code {% set target = value %}}. */
    record OfValue(Target target, Expression value) implements SetStatement {
        @Override
        public void run(Rendering rendering) {
            target.assign(rendering, rendering.frame(), value.evaluate(rendering));
        }
    }

    /** {@code {% set target %}..{% endset %}}. */
    record OfBlock(Target target, Invocation.@Nullable Filter filter, List<Node> body)
            implements SetStatement {
        @Override
        public void run(Rendering rendering) {
            var value = rendering.capture(new Frame(rendering.frame()), () -> rendering.body(body));
            var filtered = filter == null ? value : filter.on(rendering, value);
            target.assign(rendering, rendering.frame(), filtered);
        }
    }
}
