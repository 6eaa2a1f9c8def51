package jplay.template.jinja;

import jplay.template.python.Callable;
import jplay.template.python.PythonObject;
import org.jspecify.annotations.Nullable;

/** The {@code self} variable: all blocks by name. */
record Blocks(Rendering rendering) implements PythonObject {
    @Override
    public @Nullable Object attribute(String name) {
        var definitions = rendering.blocks(name);
        return definitions.isEmpty()
                ? ABSENT
                : (Callable) _ -> definitions.getFirst().capture(rendering);
    }

    @Override
    public String typeName() {
        return "TemplateReference";
    }
}
