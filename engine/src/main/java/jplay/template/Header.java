package jplay.template;

import java.util.HashMap;
import java.util.Map;
import jplay.template.expr.Evaluation;
import jplay.template.expr.ExpressionParser;
import jplay.template.plugin.Plugins;
import jplay.template.python.PythonError;
import jplay.template.python.Text;
import jplay.template.python.Types;
import jplay.template.scan.Syntax;
import org.jspecify.annotations.Nullable;

/**
 * The first line {@code #jinja2: key: value, ..} of a template, which sets options for it and is
 * removed.
 */
record Header(String body, Syntax syntax) {
    private static final String MARK = "#jinja2:";

    static Header of(String text, Syntax syntax) {
        if (!text.startsWith(MARK)) {
            return new Header(text, syntax);
        }
        var end = text.indexOf('\n');
        if (end < 0) {
            throw new PythonError(
                    "TemplateSyntaxError", "Missing newline after the '" + MARK + "' header");
        }
        var options = options(text.substring(MARK.length(), end));
        return new Header(text.substring(end + 1), apply(syntax, options));
    }

    private static Map<String, @Nullable Object> options(String line) {
        var options = new HashMap<String, @Nullable Object>();
        for (var pair : line.split(",", -1)) {
            var colon = pair.indexOf(':');
            if (colon < 0) {
                throw malformed(pair, "no value");
            }
            var value = pair.substring(colon + 1).strip();
            try {
                options.put(
                        pair.substring(0, colon).strip(),
                        ExpressionParser.parse(value, Plugins.JINJA, false).evaluate(NOTHING));
            } catch (PythonError e) {
                throw malformed(pair, e.getMessage());
            }
        }
        return options;
    }

    private static PythonError malformed(String pair, String why) {
        return new PythonError(
                "TemplateSyntaxError",
                "Malformed '" + MARK + "' header at '" + pair.strip() + "': " + why);
    }

    /** The syntax with options set by the names of Jinja's environment. */
    static Syntax apply(Syntax syntax, Map<String, @Nullable Object> options) {
        var reader = new Options(new HashMap<>(options));
        var marks = syntax.marks();
        var result =
                new Syntax(
                        new Syntax.Marks(
                                reader.text("block_start_string", marks.blockStart()),
                                reader.text("block_end_string", marks.blockEnd()),
                                reader.text("variable_start_string", marks.variableStart()),
                                reader.text("variable_end_string", marks.variableEnd()),
                                reader.text("comment_start_string", marks.commentStart()),
                                reader.text("comment_end_string", marks.commentEnd()),
                                reader.text("line_statement_prefix", marks.lineStatement()),
                                reader.text("line_comment_prefix", marks.lineComment())),
                        reader.flag("trim_blocks", syntax.trimBlocks()),
                        reader.flag("lstrip_blocks", syntax.lstripBlocks()),
                        syntax.keepTrailingNewline() && reader.flag("keep_trailing_newline", true),
                        reader.text("newline_sequence", syntax.newline()),
                        syntax.rawStrings(),
                        syntax.embedding(),
                        syntax.dialect());
        reader.refuseLeftovers();
        return result;
    }

    /** Options that were not looked at yet. */
    private record Options(Map<String, @Nullable Object> left) {
        String text(String name, String orElse) {
            var value = left.remove(name);
            return value == null ? orElse : Types.text(value, name);
        }

        boolean flag(String name, boolean orElse) {
            var value = left.remove(name);
            return value instanceof Boolean bool ? bool : orElse;
        }

        void refuseLeftovers() {
            left.remove("keep_trailing_newline");
            if (!left.isEmpty()) {
                throw malformed(Text.of(left.keySet().iterator().next()), "no such option");
            }
        }
    }

    /** Literals need nothing around them. */
    private static final Evaluation NOTHING = new ConstantEvaluation();
}
