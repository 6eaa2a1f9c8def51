package jplay.template;

import java.util.Map;
import java.util.Optional;
import jplay.template.expr.Catalog;
import jplay.template.expr.Dialect;
import jplay.template.expr.Evaluation;
import jplay.template.expr.ExpressionParser;
import jplay.template.expr.Surroundings;
import jplay.template.global.Globals;
import jplay.template.jinja.ParsedTemplate;
import jplay.template.plugin.Plugins;
import jplay.template.python.Generator;
import jplay.template.python.Iteration;
import jplay.template.python.Text;
import jplay.template.python.Undefined;
import jplay.template.scan.Syntax;
import jplay.value.TemplateString;
import org.jspecify.annotations.Nullable;

/** Plain Jinja over the variables of one case. */
record PlainProfile(Map<?, ?> variables) implements Evaluation {
    static @Nullable Object answer(Corpus.Case record) {
        var evaluation =
                new PlainProfile((Map<?, ?>) CorpusValues.decode(record.map("vars"), text -> text));
        var template = record.template();
        if (record.mode().equals("native")) {
            var inner = template.strip().substring(2, template.strip().length() - 2);
            return defined(
                    ExpressionParser.parse(inner, Plugins.JINJA, false).evaluate(evaluation));
        }
        var syntax = syntax(record.map("env"), Dialect.PLAIN);
        var result =
                ParsedTemplate.parse("template", template, syntax, Plugins.JINJA)
                        .render(evaluation, name -> loaded(record, name, syntax));
        return Text.of(result);
    }

    private static Optional<ParsedTemplate> loaded(Corpus.Case record, String name, Syntax syntax) {
        return Optional.ofNullable((String) record.map("templates").get(name))
                .map(text -> ParsedTemplate.parse(name, text, syntax, Plugins.JINJA));
    }

    /** The study counted a result with something undefined in it as an error. */
    private static @Nullable Object defined(@Nullable Object value) {
        if (value instanceof Undefined undefined && !undefined.isLenient()) {
            throw undefined.failure();
        }
        if (value instanceof Generator generator) {
            return defined(Iteration.list(generator));
        }
        if (value instanceof java.util.Collection<?> collection) {
            collection.forEach(PlainProfile::defined);
        } else if (value instanceof Map<?, ?> map) {
            map.values().forEach(PlainProfile::defined);
        }
        return value;
    }

    static Syntax syntax(Map<?, ?> env, Dialect dialect) {
        var marks = Syntax.Marks.DEFAULT;
        return new Syntax(
                new Syntax.Marks(
                        text(env, "block_start_string", marks.blockStart()),
                        text(env, "block_end_string", marks.blockEnd()),
                        text(env, "variable_start_string", marks.variableStart()),
                        text(env, "variable_end_string", marks.variableEnd()),
                        text(env, "comment_start_string", marks.commentStart()),
                        text(env, "comment_end_string", marks.commentEnd()),
                        text(env, "line_statement_prefix", ""),
                        text(env, "line_comment_prefix", "")),
                flag(env, "trim_blocks", true),
                flag(env, "lstrip_blocks", false),
                flag(env, "keep_trailing_newline", false),
                text(env, "newline_sequence", "\n"),
                false,
                false,
                dialect);
    }

    private static String text(Map<?, ?> env, String key, String orElse) {
        return env.get(key) instanceof String text ? text : orElse;
    }

    private static boolean flag(Map<?, ?> env, String key, boolean orElse) {
        return env.get(key) instanceof Boolean flag ? flag : orElse;
    }

    @Override
    public @Nullable Object variable(String name) {
        return variables.containsKey(name) ? variables.get(name) : global(name);
    }

    @Override
    public Object global(String name) {
        return Globals.get(name, this);
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
        throw new UnsupportedOperationException();
    }

    @Override
    public Surroundings surroundings() {
        throw new UnsupportedOperationException();
    }
}
