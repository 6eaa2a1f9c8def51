package jplay.template.ansible.query;

import java.util.regex.Pattern;
import jplay.template.format.JsonReader;
import jplay.template.format.JsonWriter;
import jplay.template.python.PythonError;

/**
 * Literals between back-quotes that are no JSON: Python takes them for texts, though the language
 * no longer says so.
 */
final class RawLiterals {
    private static final Pattern TOKEN =
            Pattern.compile(
                    "'(?:[^'\\\\]|\\\\.)*'|\"(?:[^\"\\\\]|\\\\.)*\"|`((?:[^`\\\\]|\\\\.)*)`");

    private RawLiterals() {}

    /** The expression with quotes around such texts. */
    static String quoted(String expression) {
        return TOKEN.matcher(expression)
                .replaceAll(match -> {
                    var literal = match.group(1);
                    return java.util.regex.Matcher.quoteReplacement(
                            literal == null || isJson(literal)
                                    ? match.group()
                                    : "`" + text(literal.stripLeading()) + "`");
                });
    }

    private static String text(String literal) {
        var escaped = '"' + literal + '"';
        return isJson(escaped) ? escaped : JsonWriter.text(literal);
    }

    private static boolean isJson(String literal) {
        try {
            JsonReader.read(literal.replace("\\`", "`"));
            return true;
        } catch (PythonError e) {
            return false;
        }
    }
}
