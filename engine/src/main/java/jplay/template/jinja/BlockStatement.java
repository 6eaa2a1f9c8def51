package jplay.template.jinja;

import com.hubspot.jinjava.tree.Node;
import java.util.List;
import jplay.template.python.Arguments;
import jplay.template.python.Callable;
import jplay.template.python.PythonError;
import jplay.template.python.Undefined;
import org.jspecify.annotations.Nullable;

/** {@code block}: a part that templates which extend this one may replace. */
record BlockStatement(String name, boolean scoped, boolean required, List<Node> body)
        implements Statement {
    @Override
    public String getName() {
        return "block";
    }

    @Override
    public void run(Rendering rendering) {
        if (!rendering.isSilent()) {
            runAt(rendering, 0, scoped ? rendering.frame() : rendering.root());
        }
    }

    private void runAt(Rendering rendering, int level, Frame around) {
        var definitions = rendering.blocks(name);
        if (definitions.get(level).required) {
            throw new PythonError(
                    "TemplateRuntimeError", "Required block '" + name + "' not found");
        }
        var frame = new Frame(around);
        frame.set(
                "super",
                level + 1 < definitions.size()
                        ? new Super(this, rendering, level + 1, around)
                        : Undefined.of("there is no parent block called '" + name + "'."));
        rendering.within(frame, () -> rendering.body(definitions.get(level).body));
    }

    /** What a block gives when it is called by name. */
    @Nullable Object capture(Rendering rendering) {
        return rendering.capture(rendering.root(), () -> runAt(rendering, 0, rendering.root()));
    }

    /** {@code super()}: the block of the template that is extended. */
    private record Super(BlockStatement block, Rendering rendering, int level, Frame around)
            implements Callable {
        @Override
        public @Nullable Object call(Arguments arguments) {
            return rendering.capture(around, () -> block.runAt(rendering, level, around));
        }

        @Override
        public @Nullable Object attribute(String name) {
            var more = name.equals("super") && level + 1 < rendering.blocks(block.name).size();
            return more ? new Super(block, rendering, level + 1, around) : ABSENT;
        }
    }
}
