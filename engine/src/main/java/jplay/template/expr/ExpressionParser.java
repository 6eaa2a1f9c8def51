package jplay.template.expr;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import jplay.template.expr.Token.Kind;
import jplay.template.python.PythonError;
import org.jspecify.annotations.Nullable;

/**
 * Jinja's grammar of expressions, by recursive descent: this class holds the operators, {@link
 * PrimaryParser} the rest.
 */
public final class ExpressionParser {
    private static final Set<String> COMPARISONS = Set.of("==", "!=", "<", "<=", ">", ">=");
    private static final Set<String> SUMS = Set.of("+", "-");
    private static final Set<String> PRODUCTS = Set.of("*", "/", "//", "%");

    private final TokenStream tokens;
    private final PrimaryParser primaries;
    private final List<PythonError> unknown = new ArrayList<>();

    /**
     * A parser that reads from a stream.
     *
     * @param embedding whether strings that hold templates are rendered
     */
    public ExpressionParser(TokenStream tokens, Catalog catalog, boolean embedding) {
        this.tokens = tokens;
        this.primaries =
                new PrimaryParser(this, tokens, new PluginNames(catalog, unknown), embedding);
    }

    /** The tree of a source that is one expression. */
    public static Expression parse(String source, Catalog catalog, boolean embedding) {
        var tokens = new TokenStream(Lexer.expression(source, false));
        var parser = new ExpressionParser(tokens, catalog, embedding);
        var expression = parser.expression();
        if (!tokens.current().is(Kind.END)) {
            throw tokens.error("chunk after expression");
        }
        parser.refuseUnknown();
        return expression;
    }

    /** Fails when a filter or test was named that does not exist, except behind a condition. */
    public void refuseUnknown() {
        if (!unknown.isEmpty()) {
            throw unknown.getFirst();
        }
    }

    /** How many unknown names were read so far. */
    public int unknownCount() {
        return unknown.size();
    }

    /** Unknown names read since there were so many are errors only when they are reached. */
    public void forgiveUnknownSince(int count) {
        unknown.subList(count, unknown.size()).clear();
    }

    /** An expression. */
    public Expression expression() {
        var before = unknownCount();
        var value = or();
        while (tokens.skipName("if")) {
            var condition = or();
            var otherwise = tokens.skipName("else") ? expression() : null;
            forgiveUnknownSince(before);
            value = new Operation.Choice(condition, value, otherwise);
        }
        return value;
    }

    /** An expression without an inline {@code if}. */
    public Expression or() {
        var left = and();
        while (tokens.skipName("or")) {
            left = new Operation.Or(left, and());
        }
        return left;
    }

    private Expression and() {
        var left = not();
        while (tokens.skipName("and")) {
            left = new Operation.And(left, not());
        }
        return left;
    }

    private Expression not() {
        return tokens.skipName("not") ? new Operation.Not(not()) : comparison();
    }

    private Expression comparison() {
        var first = sum();
        var steps = new ArrayList<Operation.Step>();
        for (var operator = comparator(); operator != null; operator = comparator()) {
            steps.add(new Operation.Step(operator, sum()));
        }
        return steps.isEmpty() ? first : new Operation.Compare(first, steps);
    }

    private @Nullable String comparator() {
        var token = tokens.current();
        if (token.is(Kind.OPERATOR) && COMPARISONS.contains(token.text())) {
            return tokens.next().text();
        }
        if (tokens.skipName("in")) {
            return "in";
        }
        if (token.isName("not") && tokens.following().isName("in")) {
            tokens.next();
            tokens.next();
            return "not in";
        }
        return null;
    }

    private boolean at(Set<String> operators) {
        return tokens.current().is(Kind.OPERATOR) && operators.contains(tokens.current().text());
    }

    private Expression sum() {
        var left = concatenation();
        while (at(SUMS)) {
            left = new Operation.Binary(left, tokens.next().text(), concatenation());
        }
        return left;
    }

    private Expression concatenation() {
        var parts = new ArrayList<>(List.of(product()));
        while (tokens.skipOperator("~")) {
            parts.add(product());
        }
        return parts.size() == 1 ? parts.getFirst() : new Operation.Concatenation(parts);
    }

    private Expression product() {
        var left = power();
        while (at(PRODUCTS)) {
            left = new Operation.Binary(left, tokens.next().text(), power());
        }
        return left;
    }

    private Expression power() {
        var left = unary(true);
        while (tokens.skipOperator("**")) {
            left = new Operation.Binary(left, "**", unary(true));
        }
        return left;
    }

    private Expression unary(boolean withFilters) {
        Expression operand;
        if (at(SUMS)) {
            operand = new Operation.Signed(tokens.next().text(), unary(false));
        } else {
            operand = primaries.primary();
        }
        operand = primaries.postfix(operand);
        return withFilters ? primaries.filters(operand) : operand;
    }

    /** An assignment's name, or names in brackets. */
    public Expression primary() {
        return primaries.primary();
    }

    /** Filters that work on what a statement holds; the first without its bar when {@code bare}. */
    public Invocation.Filter filterChain(boolean bare) {
        return primaries.filterChain(null, bare);
    }

    /** One expression, or several with commas between as a tuple. */
    public Expression tuple() {
        return tuple(Set.of(), true, false);
    }

    /** The same without an inline {@code if}; ends before some names. */
    public Expression tupleUntil(Set<String> names) {
        return tuple(names, false, false);
    }

    /** What stands between round brackets. */
    Expression parenthesised() {
        return tuple(Set.of(), true, true);
    }

    private Expression tuple(Set<String> endNames, boolean choices, boolean mayBeEmpty) {
        var elements = new ArrayList<Expression>();
        var comma = false;
        while (!endsTuple(endNames)) {
            elements.add(choices ? expression() : or());
            if (!tokens.skipOperator(",")) {
                break;
            }
            comma = true;
        }
        if (elements.size() == 1 && !comma) {
            return elements.getFirst();
        }
        if (elements.isEmpty() && !mayBeEmpty) {
            throw tokens.error(
                    "Expected an expression, got '" + tokens.current().description() + "'");
        }
        return new Literal.TupleOf(elements);
    }

    private boolean endsTuple(Set<String> names) {
        var token = tokens.current();
        return switch (token.kind()) {
            case VARIABLE_END, BLOCK_END, END -> true;
            case OPERATOR -> token.text().equals(")");
            case NAME -> names.contains(token.text());
            default -> false;
        };
    }
}
