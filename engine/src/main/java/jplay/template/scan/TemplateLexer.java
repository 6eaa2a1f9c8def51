package jplay.template.scan;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jplay.template.expr.Lexer;
import jplay.template.expr.Token;
import jplay.template.expr.Token.Kind;
import jplay.template.python.Strings;

/**
 * Cuts a whole template into text and the tokens of its delimited parts, with Jinja's rules for
 * white space.
 */
public final class TemplateLexer {
    private final String source;
    private final Syntax syntax;
    private final Lexer lexer;
    private final Openings openings;
    private final List<Token> tokens = new ArrayList<>();
    private boolean atLineStart = true;

    private TemplateLexer(String source, Syntax syntax) {
        this.source = source;
        this.syntax = syntax;
        this.lexer = new Lexer(source, false);
        this.openings = new Openings(source, syntax.marks());
    }

    /** All tokens of a template; the last is the end. */
    public static List<Token> tokens(String text, Syntax syntax) {
        var source = text.replace("\r\n", "\n").replace('\r', '\n');
        if (!syntax.keepTrailingNewline() && source.endsWith("\n")) {
            source = source.substring(0, source.length() - 1);
        }
        return new TemplateLexer(source, syntax).run();
    }

    private List<Token> run() {
        while (lexer.position() < source.length()) {
            var opening = openings.next(lexer.position());
            if (opening == null) {
                data(source.substring(lexer.position()), source.length());
                break;
            }
            textBefore(opening);
            delimited(opening);
        }
        tokens.add(lexer.token(Kind.END, "", null, lexer.position()));
        return tokens;
    }

    private void textBefore(Opening opening) {
        var text = source.substring(lexer.position(), opening.start());
        var strips = syntax.lstripBlocks() && opening.kind() != Opening.Kind.VARIABLE;
        data(trimmed(text, opening.sign(), strips), opening.start());
    }

    private String trimmed(String text, char sign, boolean strips) {
        if (sign == '-') {
            return Strings.stripEnd(text, null);
        }
        return sign != '+' && strips ? withoutIndent(text) : text;
    }

    private String withoutIndent(String text) {
        var lastLine = text.lastIndexOf('\n') + 1;
        var wholeLine = lastLine > 0 || atLineStart;
        return wholeLine && Strings.strip(text.substring(lastLine)).isEmpty()
                ? text.substring(0, lastLine)
                : text;
    }

    private void data(String text, int end) {
        var newlined = syntax.newline().equals("\n") ? text : text.replace("\n", syntax.newline());
        var token = lexer.token(Kind.DATA, newlined, null, end);
        if (!text.isEmpty()) {
            tokens.add(token);
        }
    }

    private void delimited(Opening opening) {
        switch (opening.kind()) {
            case COMMENT -> comment(opening);
            case LINE_COMMENT -> {
                var end = source.indexOf('\n', opening.end());
                skipTo(end < 0 ? source.length() : end);
            }
            case BLOCK -> {
                var raw = openings.rawStart(opening.end());
                if (raw < 0) {
                    inside(opening);
                } else {
                    raw(raw);
                }
            }
            case VARIABLE, LINE_STATEMENT -> inside(opening);
        }
    }

    private void skipTo(int position) {
        atLineStart = position > 0 && source.charAt(position - 1) == '\n';
        lexer.moveTo(position);
    }

    private void comment(Opening opening) {
        var end = source.indexOf(syntax.marks().commentEnd(), opening.end());
        if (end < 0) {
            throw lexer.error("Missing end of comment tag");
        }
        var sign = end > opening.end() ? source.charAt(end - 1) : ' ';
        skipTo(afterBlock(end + syntax.marks().commentEnd().length(), sign));
    }

    private int afterBlock(int end, char sign) {
        if (sign == '-') {
            return spaceEnd(end);
        }
        return sign != '+' && syntax.trimBlocks() && source.startsWith("\n", end) ? end + 1 : end;
    }

    private int spaceEnd(int from) {
        var at = from;
        while (at < source.length() && Strings.isSpace(source.charAt(at))) {
            at++;
        }
        return at;
    }

    private void raw(int start) {
        var end = rawEnd(start);
        lexer.moveTo(start);
        atLineStart = source.charAt(start - 1) == '\n';
        var sign = end.group(1).isEmpty() ? ' ' : end.group(1).charAt(0);
        data(
                trimmed(source.substring(start, end.start()), sign, syntax.lstripBlocks()),
                end.start());
        skipTo(end.end());
    }

    private Matcher rawEnd(int start) {
        var marks = syntax.marks();
        var close = Pattern.quote(marks.blockEnd());
        var end =
                Pattern.compile(
                                Pattern.quote(marks.blockStart())
                                        + "(-|\\+|)\\s*endraw\\s*(\\+"
                                        + close
                                        + "|-"
                                        + close
                                        + "\\s*|"
                                        + close
                                        + (syntax.trimBlocks() ? "\\n?" : "")
                                        + ")")
                        .matcher(source);
        if (!end.find(start)) {
            throw lexer.error("Missing end of raw directive");
        }
        return end;
    }

    private void inside(Opening opening) {
        var variable = opening.kind() == Opening.Kind.VARIABLE;
        tokens.add(
                lexer.token(
                        variable ? Kind.VARIABLE_BEGIN : Kind.BLOCK_BEGIN,
                        "",
                        null,
                        opening.end()));
        lexer.startExpression(variable && syntax.rawStrings());
        var end = closing(opening, lexer.position());
        while (end < 0 || !lexer.isBalanced()) {
            if (!lexer.skipSpace()) {
                throw lexer.error(
                        "unexpected end of template, expected '"
                                + (variable ? Kind.VARIABLE_END : Kind.BLOCK_END).description()
                                + "'.");
            }
            end = lexer.isBalanced() ? closing(opening, lexer.position()) : -1;
            if (end < 0) {
                tokens.add(lexer.next());
                end = closing(opening, lexer.position());
            }
        }
        tokens.add(
                lexer.token(
                        variable ? Kind.VARIABLE_END : Kind.BLOCK_END, "", null, lexer.position()));
        skipTo(end);
    }

    /** Where the text goes on when the part closes at a place; -1 when it does not close there. */
    private int closing(Opening opening, int at) {
        if (opening.kind() == Opening.Kind.LINE_STATEMENT) {
            return lineEnd(at);
        }
        var block = opening.kind() == Opening.Kind.BLOCK;
        var mark = block ? syntax.marks().blockEnd() : syntax.marks().variableEnd();
        var sign = at < source.length() ? source.charAt(at) : ' ';
        if ((sign == '-' || (sign == '+' && block)) && source.startsWith(mark, at + 1)) {
            var end = at + 1 + mark.length();
            return sign == '-' ? spaceEnd(end) : end;
        }
        if (!source.startsWith(mark, at)) {
            return -1;
        }
        var end = at + mark.length();
        return block ? afterBlock(end, ' ') : end;
    }

    private int lineEnd(int from) {
        var at = from;
        while (at < source.length()
                && source.charAt(at) != '\n'
                && Strings.isSpace(source.charAt(at))) {
            at++;
        }
        if (at >= source.length()) {
            return source.length();
        }
        return source.charAt(at) == '\n' ? at + 1 : -1;
    }
}
