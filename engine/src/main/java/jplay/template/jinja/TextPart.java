package jplay.template.jinja;

import com.hubspot.jinjava.interpret.JinjavaInterpreter;
import com.hubspot.jinjava.tree.Node;
import com.hubspot.jinjava.tree.output.OutputNode;
import jplay.template.expr.Token;

/** Text of a template that is put out as it is. */
final class TextPart extends Node {
    private static final long serialVersionUID = 1L;
    private final String text;

    TextPart(Token token) {
        super(Tree.token(token), token.line(), token.column());
        this.text = token.text();
    }

    String text() {
        return text;
    }

    @Override
    public OutputNode render(JinjavaInterpreter interpreter) {
        ((Rendering) interpreter).put(text);
        return Tree.NO_OUTPUT;
    }

    @Override
    public String getName() {
        return "text";
    }
}
