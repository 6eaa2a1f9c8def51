package jplay.template.jinja;

import com.hubspot.jinjava.tree.Node;
import java.util.List;
import jplay.template.expr.Expression;

/** {@code if}, {@code elif} and {@code else}. */
record IfStatement(List<Branch> branches, List<Node> otherwise) implements Statement {
    /** A condition and what it guards. */
    record Branch(Expression condition, List<Node> body) {}

    @Override
    public String getName() {
        return "if";
    }

    @Override
    public void run(Rendering rendering) {
        for (var branch : branches) {
            if (branch.condition.holds(rendering)) {
                rendering.body(branch.body);
                return;
            }
        }
        rendering.body(otherwise);
    }
}
