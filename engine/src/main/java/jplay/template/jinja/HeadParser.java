package jplay.template.jinja;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import jplay.template.expr.Expression;
import jplay.template.expr.ExpressionParser;
import jplay.template.expr.Invocation;
import jplay.template.expr.Literal;
import jplay.template.expr.Token.Kind;
import jplay.template.expr.TokenStream;

/** The heads of statements: targets, signatures, and the statements that are nothing but a head. */
record HeadParser(TokenStream tokens, ExpressionParser expressions) {
    /** Parameters of a macro, and the defaults of the last of them. */
    record Signature(List<String> parameters, List<Expression> defaults) {}

    /** One target, or several with commas between; ends before some names. */
    Target target(Set<String> ends) {
        var elements = new ArrayList<Expression>();
        var comma = false;
        while (!tokens.current().isOperator("=") && !isEnd(ends)) {
            elements.add(expressions.primary());
            if (!tokens.skipOperator(",")) {
                break;
            }
            comma = true;
        }
        if (elements.isEmpty()) {
            throw tokens.error(
                    "Expected an expression, got '" + tokens.current().description() + "'");
        }
        return Target.of(comma ? new Literal.TupleOf(elements) : elements.getFirst(), tokens);
    }

    private boolean isEnd(Set<String> ends) {
        var token = tokens.current();
        return token.is(Kind.BLOCK_END) || (token.is(Kind.NAME) && ends.contains(token.text()));
    }

    Target setTarget() {
        if (tokens.current().is(Kind.NAME) && tokens.following().isOperator(".")) {
            var name = tokens.next().text();
            tokens.next();
            return new Target.Attribute(name, tokens.expect(Kind.NAME).text());
        }
        return target(Set.of());
    }

    /** {@code a = 1, b = 2}. */
    List<Expression> assignments(List<Target> targets) {
        var values = new ArrayList<Expression>();
        while (!tokens.current().is(Kind.BLOCK_END)) {
            if (!values.isEmpty()) {
                tokens.expectOperator(",");
            }
            targets.add(Target.of(expressions.primary(), tokens));
            tokens.expectOperator("=");
            values.add(expressions.expression());
        }
        return values;
    }

    Signature signature() {
        var parameters = new ArrayList<String>();
        var defaults = new ArrayList<Expression>();
        tokens.expectOperator("(");
        while (!tokens.current().isOperator(")")) {
            if (!parameters.isEmpty()) {
                tokens.expectOperator(",");
            }
            parameters.add(tokens.expect(Kind.NAME).text());
            if (tokens.skipOperator("=")) {
                defaults.add(expressions.expression());
            } else if (!defaults.isEmpty()) {
                throw tokens.error("non-default argument follows default argument");
            }
        }
        tokens.expectOperator(")");
        return new Signature(parameters, defaults);
    }

    Invocation.Call call() {
        if (expressions.expression() instanceof Invocation.Call call) {
            return call;
        }
        throw tokens.error("expected call");
    }

    Statement reference(String keyword) {
        var name = expressions.expression();
        return switch (keyword) {
            case "extends" -> new ReferenceStatement.Extends(name);
            case "include" -> {
                var ignore =
                        tokens.current().isName("ignore") && tokens.following().isName("missing");
                if (ignore) {
                    tokens.next();
                    tokens.next();
                }
                yield new ReferenceStatement.Include(name, ignore, context(true));
            }
            case "import" -> {
                tokens.expectName("as");
                var as = tokens.expect(Kind.NAME).text();
                yield new ReferenceStatement.Import(name, as, context(false));
            }
            default -> {
                tokens.expectName("import");
                yield fromImport(name);
            }
        };
    }

    private boolean isContext() {
        var word = tokens.current();
        return (word.isName("with") || word.isName("without"))
                && tokens.following().isName("context");
    }

    private boolean context(boolean usual) {
        if (!isContext()) {
            return usual;
        }
        var with = tokens.next().text().equals("with");
        tokens.next();
        return with;
    }

    private Statement fromImport(Expression name) {
        var names = new ArrayList<ReferenceStatement.Imported>();
        while (!isContext()) {
            var imported = tokens.expect(Kind.NAME).text();
            if (imported.startsWith("_")) {
                throw tokens.error("names starting with an underline can not be imported");
            }
            var as = tokens.skipName("as") ? tokens.expect(Kind.NAME).text() : imported;
            names.add(new ReferenceStatement.Imported(imported, as));
            if (isContext() || !tokens.skipOperator(",")) {
                break;
            }
        }
        return new ReferenceStatement.FromImport(name, names, context(false));
    }
}
