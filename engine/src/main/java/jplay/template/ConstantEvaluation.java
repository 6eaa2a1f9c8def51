package jplay.template;

import jplay.template.expr.Catalog;
import jplay.template.expr.Dialect;
import jplay.template.expr.Evaluation;
import jplay.template.expr.Surroundings;
import jplay.template.plugin.Plugins;
import jplay.template.python.PythonError;
import jplay.value.TemplateString;

/** Evaluates literals: there are no variables. */
final class ConstantEvaluation implements Evaluation {
    private static PythonError notLiteral() {
        return PythonError.value("malformed literal");
    }

    @Override
    public Object variable(String name) {
        throw notLiteral();
    }

    @Override
    public Object global(String name) {
        throw notLiteral();
    }

    @Override
    public Dialect dialect() {
        return Dialect.PLAIN;
    }

    @Override
    public Catalog catalog() {
        return Plugins.JINJA;
    }

    @Override
    public boolean escaping() {
        return false;
    }

    @Override
    public Object render(TemplateString template) {
        throw notLiteral();
    }

    @Override
    public Surroundings surroundings() {
        throw notLiteral();
    }
}
