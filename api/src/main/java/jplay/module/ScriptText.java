package jplay.module;

import java.util.ArrayList;
import java.util.List;

/**
 * The text of a script as it travels: without indentation, comments on lines of their own and empty
 * lines, which are almost half of it and would be encrypted and sent for every host. Strings over
 * several lines and here-documents stay as they are.
 */
final class ScriptText {
    private static final String ENDS_WORD = " \t;(|&`";
    private static final String BEGINS_DELIMITER = "'\"\\-_";

    private final List<String> kept = new ArrayList<>();
    private char quote;
    private boolean continued;
    private String delimiter = "";
    private String next = "";

    private ScriptText() {}

    /** The shorter text; the whole one when its strings are not understood. */
    static String condensed(String text) {
        var script = new ScriptText();
        text.lines().forEach(script::take);
        var understood = script.quote == 0 && script.delimiter.isEmpty();
        return understood ? String.join("\n", script.kept) + "\n" : text;
    }

    private void take(String line) {
        if (!delimiter.isEmpty()) {
            kept.add(line);
            if (line.replaceFirst("^\t+", "").equals(delimiter)) {
                delimiter = "";
            }
            return;
        }
        var inside = quote != 0 || continued;
        var code = inside ? line : line.stripLeading();
        if (inside || !(code.isEmpty() || code.startsWith("#"))) {
            kept.add(code);
            continued = code.endsWith("\\");
            read(code);
            delimiter = next;
            next = "";
        }
    }

    /** Follows quotes to the end of a line, and notices what begins behind it. */
    private void read(String line) {
        for (var at = 0; at < line.length() && !isComment(line, at); at++) {
            var each = line.charAt(at);
            if (each == '\\' && quote != '\'') {
                at++;
            } else if (quote != 0) {
                quote = each == quote ? 0 : quote;
            } else if (each == '\'' || each == '"') {
                quote = each;
            } else if (line.startsWith("<<", at)) {
                at = heredoc(line, at + 2);
            }
        }
    }

    private boolean isComment(String line, int at) {
        return quote == 0
                && line.charAt(at) == '#'
                && (at == 0 || ENDS_WORD.indexOf(line.charAt(at - 1)) >= 0);
    }

    /** A shift of bits stands before a space or a digit, a delimiter does not. */
    private int heredoc(String line, int from) {
        var begins =
                from < line.length()
                        && (Character.isLetter(line.charAt(from))
                                || BEGINS_DELIMITER.indexOf(line.charAt(from)) >= 0);
        if (!begins) {
            return from - 1;
        }
        var end = from;
        while (end < line.length() && " \t;)|&<>".indexOf(line.charAt(end)) < 0) {
            end++;
        }
        next = line.substring(from, end).replaceAll("^-|['\"\\\\]", "");
        return end - 1;
    }
}
