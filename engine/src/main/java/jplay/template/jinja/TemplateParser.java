package jplay.template.jinja;

import com.hubspot.jinjava.tree.Node;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jplay.diagnostic.Spelling;
import jplay.template.expr.Catalog;
import jplay.template.expr.ExpressionParser;
import jplay.template.expr.Token;
import jplay.template.expr.Token.Kind;
import jplay.template.expr.TokenStream;
import jplay.template.python.PythonError;
import jplay.template.scan.Syntax;
import jplay.template.scan.TemplateLexer;

/** The grammar of statements that have bodies; {@link HeadParser} reads the heads of the others. */
final class TemplateParser {
    private static final List<String> STATEMENTS =
            List.of(
                    "autoescape",
                    "block",
                    "call",
                    "extends",
                    "filter",
                    "for",
                    "from",
                    "if",
                    "import",
                    "include",
                    "macro",
                    "print",
                    "set",
                    "with");

    private final String name;
    private final Syntax syntax;
    private final TokenStream tokens;
    private final List<Token> all;
    private final ExpressionParser expressions;
    private final HeadParser heads;
    private final Set<String> extensions;
    private final Map<String, BlockStatement> blocks = new LinkedHashMap<>();
    private int loops;

    TemplateParser(String name, String source, Syntax syntax, Catalog catalog) {
        this.name = name;
        this.syntax = syntax;
        this.all = TemplateLexer.tokens(source, syntax);
        this.tokens = new TokenStream(all);
        this.expressions = new ExpressionParser(tokens, catalog, syntax.embedding());
        this.heads = new HeadParser(tokens, expressions);
        this.extensions = catalog.extensions();
    }

    ParsedTemplate template() {
        var body = body(Set.of());
        expressions.refuseUnknown();
        var usesSelf = all.stream().anyMatch(token -> token.isName("self"));
        return new ParsedTemplate(new ParsedTemplate.Source(name, syntax), body, blocks, usesSelf);
    }

    private List<Node> body(Set<String> ends) {
        var nodes = new ArrayList<Node>();
        while (!endsBody(ends)) {
            var token = tokens.next();
            switch (token.kind()) {
                case DATA -> nodes.add(new TextPart(token));
                case VARIABLE_BEGIN -> {
                    nodes.add(new ValuePart(token, expressions.tuple()));
                    tokens.expect(Kind.VARIABLE_END);
                }
                default -> {
                    nodes.add(Tree.statement(statement(ends), token));
                    tokens.expect(Kind.BLOCK_END);
                }
            }
        }
        tokens.next();
        return nodes;
    }

    private boolean endsBody(Set<String> ends) {
        var token = tokens.current();
        if (token.is(Kind.BLOCK_BEGIN)) {
            if (!tokens.following().is(Kind.NAME)) {
                throw tokens.error("tag name expected");
            }
            return ends.contains(tokens.following().text());
        }
        if (token.is(Kind.END) && !ends.isEmpty()) {
            throw tokens.error(
                    "Unexpected end of template. Jinja was looking for the following tags: "
                            + spelled(ends)
                            + ".");
        }
        return token.is(Kind.END);
    }

    private static String spelled(Set<String> ends) {
        return "'" + String.join("' or '", ends.stream().sorted().toList()) + "'";
    }

    /** The body of a statement whose head was read, up to one of its ends. */
    private List<Node> block(String... ends) {
        tokens.skipOperator(":");
        tokens.expect(Kind.BLOCK_END);
        return body(Set.of(ends));
    }

    private List<Node> whole(String end) {
        var body = block(end);
        tokens.next();
        return body;
    }

    private Statement statement(Set<String> ends) {
        var keyword = tokens.next().text();
        return switch (keyword) {
            case "if" -> ifStatement();
            case "for" -> forStatement();
            case "set" -> setStatement();
            case "macro" -> macro();
            case "call" -> callBlock();
            case "block" -> namedBlock();
            case "filter" -> {
                var filter = expressions.filterChain(true);
                yield new ScopeStatement.Filtered(filter, whole("endfilter"));
            }
            case "with" -> {
                var targets = new ArrayList<Target>();
                var values = heads.assignments(targets);
                yield new ScopeStatement.With(targets, values, whole("endwith"));
            }
            case "autoescape" -> {
                var wanted = expressions.expression();
                yield new ScopeStatement.Autoescape(wanted, whole("endautoescape"));
            }
            case "print" -> new SimpleStatement.Print(expressions.tuple());
            case "extends", "include", "import", "from" -> heads.reference(keyword);
            default -> extension(keyword, ends);
        };
    }

    private Statement extension(String keyword, Set<String> ends) {
        if (extensions.contains(keyword)) {
            if (keyword.equals("do")) {
                return new SimpleStatement.Do(expressions.tuple());
            }
            if (loops == 0) {
                throw tokens.error("'" + keyword + "' outside loop");
            }
            return new SimpleStatement.Leave(
                    keyword.equals("break") ? Rendering.Flow.BREAK : Rendering.Flow.CONTINUE);
        }
        throw unknown(keyword, ends);
    }

    private PythonError unknown(String keyword, Set<String> ends) {
        var expected =
                ends.isEmpty()
                        ? ""
                        : " Jinja was looking for the following tags: " + spelled(ends) + ".";
        var known = new ArrayList<>(STATEMENTS);
        known.addAll(ends);
        return tokens.error(
                "Encountered unknown tag '"
                        + keyword
                        + "'."
                        + expected
                        + Spelling.didYouMean(keyword, known));
    }

    private Statement ifStatement() {
        var unknownBefore = expressions.unknownCount();
        var branches = new ArrayList<IfStatement.Branch>();
        String next;
        do {
            var condition = expressions.tupleUntil(Set.of());
            branches.add(new IfStatement.Branch(condition, block("elif", "else", "endif")));
            next = tokens.next().text();
        } while (next.equals("elif"));
        var otherwise = next.equals("else") ? whole("endif") : List.<Node>of();
        expressions.forgiveUnknownSince(unknownBefore);
        return new IfStatement(branches, otherwise);
    }

    private Statement forStatement() {
        var target = heads.target(Set.of("in"));
        if (target.equals(new Target.Name("loop"))) {
            throw tokens.error("Can't assign to special loop variable in for-loop target");
        }
        tokens.expectName("in");
        var sequence = expressions.tupleUntil(Set.of("recursive"));
        var filter = tokens.skipName("if") ? expressions.expression() : null;
        var recursive = tokens.skipName("recursive");
        loops++;
        var body = block("endfor", "else");
        loops--;
        var otherwise = tokens.next().text().equals("else") ? whole("endfor") : List.<Node>of();
        return new ForStatement(target, sequence, filter, recursive, body, otherwise);
    }

    private Statement setStatement() {
        var target = heads.setTarget();
        if (tokens.skipOperator("=")) {
            return new SetStatement.OfValue(target, expressions.tuple());
        }
        var filter = tokens.current().isOperator("|") ? expressions.filterChain(false) : null;
        return new SetStatement.OfBlock(target, filter, whole("endset"));
    }

    private Statement macro() {
        var macroName = tokens.expect(Kind.NAME).text();
        return new MacroStatement.Define(definition(macroName, heads.signature(), "endmacro"));
    }

    private Statement callBlock() {
        var signature =
                tokens.current().isOperator("(")
                        ? heads.signature()
                        : new HeadParser.Signature(List.of(), List.of());
        var call = heads.call();
        return new MacroStatement.CallBlock(definition("caller", signature, "endcall"), call);
    }

    private MacroStatement.Definition definition(
            String macroName, HeadParser.Signature signature, String end) {
        var before = loops;
        loops = 0;
        var first = tokens.position();
        var body = whole(end);
        loops = before;
        return new MacroStatement.Definition(
                macroName, signature.parameters(), signature.defaults(), body, mentioned(first));
    }

    private Set<String> mentioned(int first) {
        var names = new HashSet<String>();
        for (var i = first; i < tokens.position(); i++) {
            if (all.get(i).is(Kind.NAME)) {
                names.add(all.get(i).text());
            }
        }
        return names;
    }

    private Statement namedBlock() {
        var blockName = tokens.expect(Kind.NAME).text();
        var scoped = tokens.skipName("scoped");
        var required = tokens.skipName("required");
        if (tokens.current().isOperator("-")) {
            throw tokens.error(
                    "Block names in Jinja have to be valid Python identifiers and may"
                            + " not contain hyphens, use an underscore instead.");
        }
        var block = new BlockStatement(blockName, scoped, required, whole("endblock"));
        tokens.skipName(blockName);
        if (blocks.put(blockName, block) != null) {
            throw tokens.error("block '" + blockName + "' defined twice");
        }
        return block;
    }
}
