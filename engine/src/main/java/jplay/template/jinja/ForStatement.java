package jplay.template.jinja;

import com.hubspot.jinjava.tree.Node;
import java.util.ArrayList;
import java.util.List;
import jplay.template.expr.Expression;
import jplay.template.python.Iteration;
import jplay.template.python.Undefined;
import org.jspecify.annotations.Nullable;

/** {@code for}, with its filter, {@code else} and recursion. */
record ForStatement(
        Target target,
        Expression sequence,
        @Nullable Expression filter,
        boolean recursive,
        List<Node> body,
        List<Node> otherwise)
        implements Statement {
    @Override
    public String getName() {
        return "for";
    }

    @Override
    public void run(Rendering rendering) {
        iterate(rendering, rendering.frame(), sequence.evaluate(rendering), 0);
    }

    /** Runs the body for what a sequence holds. */
    void iterate(Rendering rendering, Frame outer, @Nullable Object values, int depth) {
        var items = filtered(rendering, outer, Iteration.list(values));
        if (items.isEmpty()) {
            rendering.within(new Frame(outer), () -> rendering.body(otherwise));
            return;
        }
        var loop = new Loop(new Loop.Place(this, rendering, outer, depth), items);
        for (var item : items) {
            loop.advance();
            var frame = new Frame(outer);
            frame.set("loop", loop);
            target.assign(rendering, frame, item);
            rendering.within(frame, () -> rendering.body(body));
            var flow = rendering.flow();
            rendering.flow(Rendering.Flow.ON);
            if (flow == Rendering.Flow.BREAK) {
                return;
            }
        }
    }

    private List<@Nullable Object> filtered(
            Rendering rendering, Frame outer, List<@Nullable Object> items) {
        if (filter == null) {
            return items;
        }
        var kept = new ArrayList<@Nullable Object>();
        for (var item : items) {
            var frame = new Frame(outer);
            frame.set("loop", Undefined.variable("loop"));
            target.assign(rendering, frame, item);
            rendering.within(
                    frame,
                    () -> {
                        if (filter.holds(rendering)) {
                            kept.add(item);
                        }
                    });
        }
        return kept;
    }
}
