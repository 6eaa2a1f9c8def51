package jplay.template.expr;

import java.math.BigInteger;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import jplay.template.expr.Token.Kind;
import jplay.template.python.Numbers;
import jplay.template.python.PythonError;
import jplay.template.python.Strings;

/**
 * Cuts expressions into tokens, one at a time, so that what ends an expression can be looked for in
 * between.
 */
public final class Lexer {
    private static final Pattern FLOAT =
            Pattern.compile(
                    "(?<!\\.)(\\d+_)*\\d+((\\.(\\d+_)*\\d+)?[eE][+\\-]?(\\d+_)*\\d+|\\.(\\d+_)*\\d+)");
    private static final Pattern INTEGER =
            Pattern.compile(
                    "0[bB](_?[01])+|0[oO](_?[0-7])+|0[xX](_?[\\da-fA-F])+|[1-9](_?\\d)*|0(_?0)*");
    private static final String PAIRED = "// ** == != >= <= ";
    private static final String SINGLE = "+-/*%~[](){}><=.:|,;";

    private final String source;
    private boolean rawStrings;
    private final Deque<Character> open = new ArrayDeque<>();
    private int at;
    private int line = 1;
    private int lineStart;

    /**
     * A lexer at the start of a source whose line ends are newlines.
     *
     * @param rawStrings whether backslashes in strings stand for themselves
     */
    public Lexer(String source, boolean rawStrings) {
        this.source = source;
        this.rawStrings = rawStrings;
    }

    /** All tokens of a source that is one expression. */
    public static List<Token> expression(String source, boolean rawStrings) {
        var lexer = new Lexer(source.replace("\r\n", "\n").replace('\r', '\n'), rawStrings);
        var tokens = new ArrayList<Token>();
        while (lexer.skipSpace()) {
            tokens.add(lexer.next());
        }
        tokens.add(lexer.token(Kind.END, "", null, lexer.at));
        return tokens;
    }

    /** Where it stands. */
    public int position() {
        return at;
    }

    /** Goes on at a later place. */
    public void moveTo(int position) {
        for (; at < position; at++) {
            if (source.charAt(at) == '\n') {
                line++;
                lineStart = at + 1;
            }
        }
    }

    /** Whether no bracket is open. */
    public boolean isBalanced() {
        return open.isEmpty();
    }

    /** Begins with another expression of the same source. */
    public void startExpression(boolean withRawStrings) {
        rawStrings = withRawStrings;
        open.clear();
    }

    /** Goes to the next token; false at the end of the source. */
    public boolean skipSpace() {
        var next = at;
        while (next < source.length() && Strings.isSpace(source.charAt(next))) {
            next++;
        }
        moveTo(next);
        return at < source.length();
    }

    /** A token that begins here. */
    public Token token(
            Kind kind, String text, @org.jspecify.annotations.Nullable Object value, int end) {
        var token = new Token(kind, text, value, line, at - lineStart + 1);
        moveTo(end);
        return token;
    }

    /** An error at this place. */
    public PythonError error(String message) {
        return PythonError.syntax(message, line, at - lineStart + 1);
    }

    /** The token that begins here. */
    public Token next() {
        var c = source.charAt(at);
        if (c >= '0' && c <= '9') {
            return number();
        }
        if (c == '_' || Character.isLetterOrDigit(source.codePointAt(at))) {
            return name();
        }
        return c == '\'' || c == '"' ? string(c) : operator();
    }

    private Token number() {
        var real = FLOAT.matcher(source).region(at, source.length()).useTransparentBounds(true);
        if (real.lookingAt()) {
            var value = Double.parseDouble(real.group().replace("_", ""));
            return token(Kind.FLOAT, real.group(), value, real.end());
        }
        var integer = INTEGER.matcher(source).region(at, source.length());
        if (!integer.lookingAt()) {
            throw error("unexpected char '" + source.charAt(at) + "'");
        }
        return token(Kind.INTEGER, integer.group(), integer(integer.group()), integer.end());
    }

    private static Object integer(String written) {
        var digits = written.replace("_", "").toLowerCase(Locale.ROOT);
        var radix =
                switch (digits.length() > 1 ? digits.charAt(1) : ' ') {
                    case 'x' -> 16;
                    case 'o' -> 8;
                    case 'b' -> 2;
                    default -> 10;
                };
        return Numbers.integer(new BigInteger(radix == 10 ? digits : digits.substring(2), radix));
    }

    private Token name() {
        var end = at;
        while (end < source.length() && isNamePart(source.codePointAt(end))) {
            end += Character.charCount(source.codePointAt(end));
        }
        var name = source.substring(at, end);
        if (!Character.isUnicodeIdentifierStart(name.codePointAt(0)) && name.charAt(0) != '_') {
            throw error("Invalid character in identifier");
        }
        return token(Kind.NAME, name, null, end);
    }

    private static boolean isNamePart(int c) {
        return c == '_'
                || Character.isLetterOrDigit(c)
                || Character.getType(c) == Character.NON_SPACING_MARK;
    }

    private Token string(char quote) {
        var end = at + 1;
        while (end < source.length() && source.charAt(end) != quote) {
            end += source.charAt(end) == '\\' ? 2 : 1;
        }
        if (end >= source.length()) {
            throw error("unexpected char '" + quote + "'");
        }
        var written = source.substring(at + 1, end);
        try {
            var value = rawStrings ? written : Escapes.resolve(written);
            return token(Kind.STRING, written, value, end + 1);
        } catch (IllegalArgumentException e) {
            throw error(e.getMessage());
        }
    }

    private Token operator() {
        var pair = at + 1 < source.length() ? source.substring(at, at + 2) : "";
        if (pair.length() == 2 && !pair.contains(" ") && PAIRED.contains(pair + " ")) {
            return token(Kind.OPERATOR, pair, null, at + 2);
        }
        var c = source.charAt(at);
        if (SINGLE.indexOf(c) < 0) {
            throw error("unexpected char '" + Character.toString(source.codePointAt(at)) + "'");
        }
        balance(c);
        return token(Kind.OPERATOR, Character.toString(c), null, at + 1);
    }

    private void balance(char c) {
        switch (c) {
            case '(' -> open.push(')');
            case '[' -> open.push(']');
            case '{' -> open.push('}');
            case ')', ']', '}' -> {
                if (open.isEmpty()) {
                    throw error("unexpected '" + c + "'");
                }
                var expected = open.pop();
                if (expected != c) {
                    throw error("unexpected '" + c + "', expected '" + expected + "'");
                }
            }
            default -> {}
        }
    }
}
