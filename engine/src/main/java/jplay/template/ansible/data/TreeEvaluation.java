package jplay.template.ansible.data;

import java.util.Map;
import jplay.template.expr.Catalog;
import jplay.template.expr.Dialect;
import jplay.template.expr.Evaluation;
import jplay.template.expr.Surroundings;
import jplay.template.python.Undefined;
import jplay.value.TemplateString;
import org.jspecify.annotations.Nullable;

/** An evaluation whose only variables are those of a dict. */
record TreeEvaluation(Evaluation around, Map<?, ?> tree) implements Evaluation {
    @Override
    public @Nullable Object variable(String name) {
        return tree.containsKey(name) ? tree.get(name) : Undefined.variable(name);
    }

    @Override
    public @Nullable Object global(String name) {
        return around.global(name);
    }

    @Override
    public Dialect dialect() {
        return around.dialect();
    }

    @Override
    public Catalog catalog() {
        return around.catalog();
    }

    @Override
    public boolean escaping() {
        return around.escaping();
    }

    @Override
    public @Nullable Object render(TemplateString template) {
        return around.render(template);
    }

    @Override
    public Surroundings surroundings() {
        return around.surroundings();
    }
}
