package jplay.template.jinja;

import com.hubspot.jinjava.tree.Node;
import java.util.List;
import java.util.Set;
import jplay.template.expr.Expression;
import jplay.template.expr.Invocation;

/** {@code macro} and {@code call}. */
sealed interface MacroStatement extends Statement {
    /**
     * What a macro takes and does.
     *
     * @param defaults of the last parameters
     * @param mentioned names that stand anywhere in the body
     */
    record Definition(
            String name,
            List<String> parameters,
            List<Expression> defaults,
            List<Node> body,
            Set<String> mentioned) {}

    /** {@code macro}. */
    record Define(Definition definition) implements MacroStatement {
        @Override
        public String getName() {
            return "macro";
        }

        @Override
        public void run(Rendering rendering) {
            rendering
                    .frame()
                    .set(definition.name, new Macro(definition, rendering, rendering.frame()));
        }
    }

    /** {@code call}: a macro is called with a body of the caller. */
    record CallBlock(Definition caller, Invocation.Call call) implements MacroStatement {
        @Override
        public String getName() {
            return "call";
        }

        @Override
        public void run(Rendering rendering) {
            var macro = new Macro(caller, rendering, rendering.frame());
            rendering.put(call.evaluateWith(rendering, "caller", macro));
        }
    }
}
