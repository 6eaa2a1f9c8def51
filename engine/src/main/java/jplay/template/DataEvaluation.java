package jplay.template;

import java.util.Set;
import jplay.template.expr.Catalog;
import jplay.template.expr.Dialect;
import jplay.template.expr.Evaluation;
import jplay.template.expr.Surroundings;
import jplay.template.python.Undefined;
import jplay.value.TemplateString;
import org.jspecify.annotations.Nullable;

/**
 * Evaluates an expression whose author is not known: it may read variables and apply filters, but
 * reaches no lookup, and texts in it stay texts. What variables hold is rendered as always.
 */
record DataEvaluation(Evaluation inner) implements Evaluation {
    private static final Set<String> OUT_OF_REACH = Set.of("lookup", "q", "query");

    @Override
    public @Nullable Object variable(String name) {
        return OUT_OF_REACH.contains(name) ? Undefined.variable(name) : inner.variable(name);
    }

    @Override
    public @Nullable Object global(String name) {
        return OUT_OF_REACH.contains(name) ? Undefined.variable(name) : inner.global(name);
    }

    @Override
    public Dialect dialect() {
        return inner.dialect();
    }

    @Override
    public Catalog catalog() {
        return inner.catalog();
    }

    @Override
    public boolean escaping() {
        return inner.escaping();
    }

    @Override
    public @Nullable Object render(TemplateString template) {
        return template.text();
    }

    @Override
    public Surroundings surroundings() {
        return inner.surroundings();
    }
}
