package jplay.template.jinja;

import com.hubspot.jinjava.interpret.JinjavaInterpreter;
import com.hubspot.jinjava.tree.Node;
import com.hubspot.jinjava.tree.output.OutputNode;
import java.util.Optional;
import jplay.template.expr.Evaluation;
import jplay.template.expr.Expression;
import jplay.template.expr.Token;
import jplay.template.python.PythonError;
import jplay.template.python.Undefined;
import org.jspecify.annotations.Nullable;

/** {@code {{ expression }}}. */
final class ValuePart extends Node {
    private static final long serialVersionUID = 1L;
    private final transient Expression expression;

    ValuePart(Token token, Expression expression) {
        super(Tree.token(token), token.line(), token.column());
        this.expression = expression;
    }

    /** The value; errors name this place. */
    @Nullable Object evaluate(Evaluation evaluation) {
        try {
            return located(Optional.empty(), expression.evaluate(evaluation));
        } catch (PythonError e) {
            throw e.at(getLineNumber(), getStartPosition());
        }
    }

    @Override
    public OutputNode render(JinjavaInterpreter interpreter) {
        var rendering = (Rendering) interpreter;
        try {
            rendering.put(located(rendering.source(), expression.evaluate(rendering)));
        } catch (PythonError e) {
            throw e.at(getLineNumber(), getStartPosition());
        }
        return Tree.NO_OUTPUT;
    }

    /** Something undefined is missed later, and still told of here. */
    private @Nullable Object located(Optional<String> source, @Nullable Object value) {
        return value instanceof Undefined missing && !missing.isLenient()
                ? missing.at(source, getLineNumber(), getStartPosition())
                : value;
    }

    @Override
    public String getName() {
        return "value";
    }
}
