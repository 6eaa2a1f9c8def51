package jplay.template.jinja;

import com.hubspot.jinjava.tree.Node;
import java.util.ArrayList;
import java.util.List;
import jplay.template.expr.Expression;
import jplay.template.expr.Invocation;
import org.jspecify.annotations.Nullable;

/** Statements that run their body under other conditions. */
sealed interface ScopeStatement extends Statement {
    /** {@code with}: some more names. */
    record With(List<Target> targets, List<Expression> values, List<Node> body)
            implements ScopeStatement {
        @Override
        public String getName() {
            return "with";
        }

        @Override
        public void run(Rendering rendering) {
            var evaluated = new ArrayList<@Nullable Object>();
            values.forEach(value -> evaluated.add(value.evaluate(rendering)));
            var frame = new Frame(rendering.frame());
            for (var i = 0; i < evaluated.size(); i++) {
                targets.get(i).assign(rendering, frame, evaluated.get(i));
            }
            rendering.within(frame, () -> rendering.body(body));
        }
    }

    /** {@code filter}: what the body gives, filtered. */
    record Filtered(Invocation.Filter filter, List<Node> body) implements ScopeStatement {
        @Override
        public String getName() {
            return "filter";
        }

        @Override
        public void run(Rendering rendering) {
            var value = rendering.capture(new Frame(rendering.frame()), () -> rendering.body(body));
            rendering.put(filter.on(rendering, value));
        }
    }

    /** {@code autoescape}. */
    record Autoescape(Expression wanted, List<Node> body) implements ScopeStatement {
        @Override
        public String getName() {
            return "autoescape";
        }

        @Override
        public void run(Rendering rendering) {
            var escaping =
                    wanted.holds(rendering)
                            && rendering.dialect() == jplay.template.expr.Dialect.PLAIN;
            rendering.escaping(
                    escaping,
                    () ->
                            rendering.within(
                                    new Frame(rendering.frame()), () -> rendering.body(body)));
        }
    }
}
