package jplay.template.expr;

import java.util.List;
import jplay.template.expr.Token.Kind;
import jplay.template.python.PythonError;

/** Tokens read one after the other. */
public final class TokenStream {
    private final List<Token> tokens;
    private int at;

    /** The tokens, of which the last is the end. */
    public TokenStream(List<Token> tokens) {
        this.tokens = tokens;
    }

    /** How many tokens were read. */
    public int position() {
        return at;
    }

    /** The token to be read next. */
    public Token current() {
        return tokens.get(at);
    }

    /** The one behind it. */
    public Token following() {
        return tokens.get(Math.min(at + 1, tokens.size() - 1));
    }

    /** Reads a token. */
    public Token next() {
        var token = tokens.get(at);
        at = Math.min(at + 1, tokens.size() - 1);
        return token;
    }

    /** Reads an operator if it is next. */
    public boolean skipOperator(String spelling) {
        var found = current().isOperator(spelling);
        if (found) {
            next();
        }
        return found;
    }

    /** Reads a name if it is next. */
    public boolean skipName(String spelling) {
        var found = current().isName(spelling);
        if (found) {
            next();
        }
        return found;
    }

    /** Reads an operator that must be next. */
    public void expectOperator(String spelling) {
        if (!skipOperator(spelling)) {
            throw expected(spelling);
        }
    }

    /** Reads a keyword that must be next. */
    public void expectName(String spelling) {
        if (!skipName(spelling)) {
            throw expected(spelling);
        }
    }

    /** Reads a token of a kind that must be next. */
    public Token expect(Kind kind) {
        if (!current().is(kind)) {
            throw expected(kind.description());
        }
        return next();
    }

    private PythonError expected(String wanted) {
        return error("expected token '" + wanted + "', got '" + current().description() + "'");
    }

    /** An error at the current token. */
    public PythonError error(String message) {
        return PythonError.syntax(message, current().line(), current().column());
    }
}
