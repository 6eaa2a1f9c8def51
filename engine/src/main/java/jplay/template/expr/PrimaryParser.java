package jplay.template.expr;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jplay.diagnostic.Location;
import jplay.template.expr.Token.Kind;
import jplay.template.python.PythonError;
import jplay.value.TemplateString;
import org.jspecify.annotations.Nullable;

/**
 * The parts of expressions that bind tightest: literals, names, subscripts, calls, filters and
 * tests.
 */
final class PrimaryParser {
    private static final Set<String> LOOKUPS = Set.of("lookup", "query", "q");
    private static final Set<String> NO_OPERAND = Set.of("else", "or", "and", "is");

    private final ExpressionParser expressions;
    private final TokenStream tokens;
    private final PluginNames plugins;
    private boolean embedding;

    PrimaryParser(
            ExpressionParser expressions,
            TokenStream tokens,
            PluginNames plugins,
            boolean embedding) {
        this.expressions = expressions;
        this.tokens = tokens;
        this.plugins = plugins;
        this.embedding = embedding;
    }

    Expression primary() {
        var token = tokens.current();
        return switch (token.kind()) {
            case NAME -> name(tokens.next().text());
            case STRING -> string();
            case INTEGER, FLOAT -> new Literal.Constant(tokens.next().value());
            case OPERATOR -> bracketed(token);
            default -> throw tokens.error("unexpected '" + token.description() + "'");
        };
    }

    private static Expression name(String name) {
        return switch (name) {
            case "true", "True" -> new Literal.Constant(true);
            case "false", "False" -> new Literal.Constant(false);
            case "none", "None" -> new Literal.Constant(null);
            default -> new Access.Name(name);
        };
    }

    private Expression string() {
        var text = new StringBuilder();
        var first = tokens.current();
        while (tokens.current().is(Kind.STRING)) {
            text.append(tokens.next().value());
        }
        if (embedding && TemplateString.isTemplate(text.toString())) {
            var place = new Location("<constant>", first.line(), first.column());
            return new Literal.Embedded(new TemplateString(text.toString(), place));
        }
        return new Literal.Constant(text.toString());
    }

    private Expression bracketed(Token token) {
        return switch (token.text()) {
            case "(" -> parenthesised();
            case "[" -> list();
            case "{" -> dict();
            default -> throw tokens.error("unexpected '" + token.text() + "'");
        };
    }

    private Expression parenthesised() {
        tokens.next();
        var inner = expressions.parenthesised();
        tokens.expectOperator(")");
        return inner;
    }

    private Expression list() {
        tokens.next();
        var elements = new ArrayList<Expression>();
        separated("]", () -> elements.add(expressions.expression()));
        return new Literal.ListOf(elements);
    }

    private Expression dict() {
        tokens.next();
        var pairs = new ArrayList<Literal.Pair>();
        separated("}", () -> pairs.add(pair()));
        return new Literal.DictOf(pairs);
    }

    private Literal.Pair pair() {
        var key = expressions.expression();
        tokens.expectOperator(":");
        return new Literal.Pair(key, expressions.expression());
    }

    private void separated(String end, Runnable element) {
        while (!tokens.skipOperator(end)) {
            element.run();
            if (!tokens.current().isOperator(end)) {
                tokens.expectOperator(",");
            }
        }
    }

    Expression postfix(Expression start) {
        var value = start;
        while (tokens.current().is(Kind.OPERATOR)) {
            switch (tokens.current().text()) {
                case "." -> value = attribute(value);
                case "[" -> value = subscript(value);
                case "(" -> value = call(value);
                default -> {
                    return value;
                }
            }
        }
        return value;
    }

    private Expression attribute(Expression target) {
        tokens.next();
        var name = tokens.next();
        return switch (name.kind()) {
            case NAME -> new Access.Attribute(target, name.text());
            case INTEGER -> new Access.Item(target, new Literal.Constant(name.value()));
            default -> throw tokens.error("expected name or number");
        };
    }

    private Expression subscript(Expression target) {
        tokens.next();
        var keys = new ArrayList<Expression>();
        separated("]", () -> keys.add(key()));
        return new Access.Item(
                target, keys.size() == 1 ? keys.getFirst() : new Literal.TupleOf(keys));
    }

    private Expression key() {
        var start = tokens.current().isOperator(":") ? null : expressions.expression();
        if (!tokens.skipOperator(":")) {
            return java.util.Objects.requireNonNull(start);
        }
        var stop = endsBound() ? null : expressions.expression();
        var step = tokens.skipOperator(":") && !endsBound() ? expressions.expression() : null;
        return new Access.Section(start, stop, step);
    }

    private boolean endsBound() {
        var token = tokens.current();
        return token.isOperator(":") || token.isOperator("]") || token.isOperator(",");
    }

    private Expression call(Expression function) {
        var before = embedding;
        embedding |= function instanceof Access.Name name && LOOKUPS.contains(name.name());
        var inputs = inputs();
        embedding = before;
        return new Invocation.Call(function, inputs);
    }

    private Invocation.Inputs inputs() {
        tokens.expectOperator("(");
        var positional = new ArrayList<Expression>();
        var named = new LinkedHashMap<String, Expression>();
        var stars = new @Nullable Expression[2];
        separated(")", () -> input(positional, named, stars));
        return positional.isEmpty() && named.isEmpty() && stars[0] == null && stars[1] == null
                ? Invocation.Inputs.NONE
                : new Invocation.Inputs(positional, named, stars[0], stars[1]);
    }

    private void input(
            List<Expression> positional,
            Map<String, Expression> named,
            @Nullable Expression[] stars) {
        if (stars[1] != null) {
            throw misplaced();
        }
        if (tokens.skipOperator("*")) {
            if (stars[0] != null) {
                throw misplaced();
            }
            stars[0] = expressions.expression();
        } else if (tokens.skipOperator("**")) {
            stars[1] = expressions.expression();
        } else if (tokens.current().is(Kind.NAME) && tokens.following().isOperator("=")) {
            var name = tokens.next().text();
            tokens.next();
            if (named.put(name, expressions.expression()) != null) {
                throw tokens.error("keyword argument repeated: " + name);
            }
        } else {
            if (stars[0] != null || !named.isEmpty()) {
                throw misplaced();
            }
            positional.add(expressions.expression());
        }
    }

    private PythonError misplaced() {
        return tokens.error("invalid syntax for function call expression");
    }

    Expression filters(Expression start) {
        var value = start;
        while (continues()) {
            if (tokens.skipName("is")) {
                value = test(value);
            } else {
                value = tokens.current().isOperator("|") ? filterChain(value, false) : call(value);
            }
        }
        return value;
    }

    private boolean continues() {
        var token = tokens.current();
        return token.isOperator("|") || token.isOperator("(") || token.isName("is");
    }

    Invocation.Filter filterChain(@Nullable Expression start, boolean bare) {
        var chain = start;
        var first = bare;
        while (first || tokens.skipOperator("|")) {
            first = false;
            var place = tokens.current();
            var name = dottedName();
            var inputs = tokens.current().isOperator("(") ? inputs() : Invocation.Inputs.NONE;
            chain = new Invocation.Filter(chain, name, plugins.filter(name, place), inputs);
        }
        return (Invocation.Filter) java.util.Objects.requireNonNull(chain);
    }

    private String dottedName() {
        var name = new StringBuilder(tokens.expect(Kind.NAME).text());
        while (tokens.skipOperator(".")) {
            name.append('.').append(tokens.expect(Kind.NAME).text());
        }
        return name.toString();
    }

    private Expression test(Expression target) {
        var negated = tokens.skipName("not");
        var place = tokens.current();
        var name = dottedName();
        var test = new Invocation.Test(target, name, plugins.test(name, place), testInputs());
        return negated ? new Operation.Not(test) : test;
    }

    private Invocation.Inputs testInputs() {
        var token = tokens.current();
        if (token.isOperator("(")) {
            return inputs();
        }
        if (token.isName("is")) {
            throw tokens.error("You cannot chain multiple tests with is");
        }
        var operand =
                switch (token.kind()) {
                    case STRING, INTEGER, FLOAT -> true;
                    case NAME -> !NO_OPERAND.contains(token.text());
                    case OPERATOR -> token.text().equals("[") || token.text().equals("{");
                    default -> false;
                };
        return operand ? Invocation.Inputs.of(postfix(primary())) : Invocation.Inputs.NONE;
    }
}
