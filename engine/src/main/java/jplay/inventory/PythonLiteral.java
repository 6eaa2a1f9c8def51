package jplay.inventory;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads a Python literal: numbers, strings, {@code True}, {@code False}, {@code None}, lists, tuples, sets and mappings.
 * Variables of INI inventories are written so.
 */
final class PythonLiteral {
    private static final Pattern NUMBER = Pattern.compile(
            "0[xX](?:_?[0-9a-fA-F])+|0[oO](?:_?[0-7])+|0[bB](?:_?[01])+"
                    + "|(?:\\d(?:_?\\d)*)?\\.\\d(?:_?\\d)*(?:[eE][-+]?\\d(?:_?\\d)*)?"
                    + "|\\d(?:_?\\d)*\\.?(?:[eE][-+]?\\d(?:_?\\d)*)?");
    private static final Pattern STRING = Pattern.compile(
            "([uU]|[bB]|[rR]|[bB][rR]|[rR][bB])?('''(?:[^\\\\]|\\\\.)*?'''|\"\"\"(?:[^\\\\]|\\\\.)*?\"\"\""
                    + "|'(?:[^'\\\\\\n]|\\\\.)*+'|\"(?:[^\"\\\\\\n]|\\\\.)*+\")",
            Pattern.DOTALL);
    private static final Pattern WORD = Pattern.compile("[A-Za-z_]\\w*");
    private static final Pattern SPACE = Pattern.compile("(?:\\s|#[^\\n]*)+");

    private final String text;
    private int at;

    private PythonLiteral(String text) {
        this.text = text;
    }

    /** What a text is not: the reading stops. */
    private static final class NotLiteral extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NotLiteral() {
            super("not a literal", null, false, false);
        }
    }

    /** The value of a literal; a text that is none stands for itself. */
    static @Nullable Object valueOf(String text) {
        if (text.isEmpty() || plainWord(text) || PythonNumber.isDotted(text)) {
            return text;
        }
        if (PythonNumber.isSmall(text)) {
            return Long.valueOf(text);
        }
        try {
            var reader = new PythonLiteral(text);
            var value = reader.element();
            reader.space();
            if (reader.at < text.length()) {
                return text;
            }
            return value;
        } catch (NotLiteral | StackOverflowError e) {
            return text;
        }
    }

    /** Nearly all values of an inventory: a fast way out. */
    private static boolean plainWord(String text) {
        var first = text.charAt(0);
        var literal = "TFNuUbBrRs".indexOf(first) >= 0;
        return (Character.isLetter(first) || first == '/') && !literal;
    }

    /** A tuple may stand without parentheses at the top. */
    private @Nullable Object element() {
        var first = value();
        space();
        if (!peek(',')) {
            return first;
        }
        var items = new ArrayList<@Nullable Object>();
        items.add(first);
        while (next(',')) {
            space();
            if (at == text.length()) {
                break;
            }
            items.add(value());
            space();
        }
        return Collections.unmodifiableList(items);
    }

    private @Nullable Object value() {
        space();
        if (at >= text.length()) {
            throw new NotLiteral();
        }
        return switch (text.charAt(at)) {
            case '[' -> list(']');
            case '(' -> parenthesized();
            case '{' -> braces();
            case '-', '+' -> signed();
            default -> scalar();
        };
    }

    private @Nullable Object scalar() {
        var string = token(STRING, true);
        if (string.isPresent()) {
            return strings(string.get());
        }
        var number = token(NUMBER, false);
        return number.isPresent() ? number(number.get()) : word();
    }

    private @Nullable Object word() {
        return switch (token(WORD, false).orElse("")) {
            case "True" -> true;
            case "False" -> false;
            case "None" -> null;
            case "set" -> emptySet();
            default -> throw new NotLiteral();
        };
    }

    private List<@Nullable Object> emptySet() {
        space();
        require('(');
        space();
        require(')');
        return List.of();
    }

    private Object signed() {
        var negative = text.charAt(at++) == '-';
        var value = value();
        return switch (value) {
            case Long number -> negative ? -number : number;
            case BigInteger number -> negative ? number.negate() : number;
            case Double number -> negative ? -number : number;
            case null, default -> throw new NotLiteral();
        };
    }

    private Object number(String digits) {
        if (at < text.length() && (Character.isLetterOrDigit(text.charAt(at)) || text.charAt(at) == '_')) {
            throw new NotLiteral();
        }
        return PythonNumber.valueOf(digits).orElseThrow(NotLiteral::new);
    }

    private List<@Nullable Object> list(char end) {
        at++;
        var items = new ArrayList<@Nullable Object>();
        space();
        while (!next(end)) {
            items.add(value());
            separator(end);
        }
        return Collections.unmodifiableList(items);
    }

    private @Nullable Object parenthesized() {
        var start = at;
        at++;
        space();
        if (next(')')) {
            return List.of();
        }
        var only = value();
        space();
        if (next(')')) {
            return only;
        }
        at = start;
        return list(')');
    }

    private Object braces() {
        var start = at;
        at++;
        space();
        if (next('}')) {
            return Map.of();
        }
        at = start;
        return isMapping(start) ? mapping() : new ArrayList<>(new LinkedHashSet<>(list('}')));
    }

    private boolean isMapping(int start) {
        at = start + 1;
        value();
        space();
        var mapping = peek(':');
        at = start;
        return mapping;
    }

    private Map<Object, @Nullable Object> mapping() {
        at++;
        var entries = new LinkedHashMap<Object, @Nullable Object>();
        space();
        while (!next('}')) {
            var key = value();
            space();
            require(':');
            entries.put(key == null ? "null" : key, value());
            separator('}');
        }
        return Collections.unmodifiableMap(entries);
    }

    private void separator(char end) {
        space();
        if (!peek(end)) {
            require(',');
            space();
        }
    }

    private String strings(String first) {
        var all = new StringBuilder(PythonString.valueOf(first));
        space();
        for (var more = token(STRING, true); more.isPresent(); more = token(STRING, true)) {
            all.append(PythonString.valueOf(more.get()));
            space();
        }
        return all.toString();
    }

    private Optional<String> token(Pattern pattern, boolean string) {
        var found = pattern.matcher(text).region(at, text.length());
        if (!found.lookingAt() || (string && found.group(2) == null)) {
            return Optional.empty();
        }
        at = found.end();
        return Optional.of(found.group());
    }

    private void space() {
        token(SPACE, false);
    }

    private boolean peek(char c) {
        return at < text.length() && text.charAt(at) == c;
    }

    private boolean next(char c) {
        var there = peek(c);
        at += there ? 1 : 0;
        return there;
    }

    private void require(char c) {
        if (!next(c)) {
            throw new NotLiteral();
        }
    }
}
