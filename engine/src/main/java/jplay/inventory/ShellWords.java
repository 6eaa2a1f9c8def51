package jplay.inventory;

import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a line into words as a POSIX shell does, with quotes, backslashes and {@code #} comments.
 */
public final class ShellWords {
    private final String line;
    private final List<String> words = new ArrayList<>();
    private final StringBuilder word = new StringBuilder();
    private boolean open;
    private int at;

    private ShellWords(String line) {
        this.line = line;
    }

    /** The words. @throws IllegalArgumentException when a quote is not closed */
    public static List<String> split(String line) {
        return new ShellWords(line).cut();
    }

    private List<String> cut() {
        while (at < line.length()) {
            var c = line.charAt(at++);
            if (c == '#') {
                break;
            }
            if (Character.isWhitespace(c)) {
                finish();
            } else {
                open = true;
                take(c);
            }
        }
        finish();
        return words;
    }

    private void take(char c) {
        switch (c) {
            case '\'' -> word.append(line, at, close('\''));
            case '"' -> doubleQuoted();
            case '\\' -> word.append(escaped());
            default -> word.append(c);
        }
        if (c == '\'') {
            at = close('\'') + 1;
        }
    }

    private int close(char quote) {
        var end = line.indexOf(quote, at);
        if (end < 0) {
            throw new IllegalArgumentException("no closing quotation mark");
        }
        return end;
    }

    private void doubleQuoted() {
        while (true) {
            if (at >= line.length()) {
                throw new IllegalArgumentException("no closing quotation mark");
            }
            var c = line.charAt(at++);
            if (c == '"') {
                return;
            }
            var special = c == '\\' && at < line.length() && "\"\\".indexOf(line.charAt(at)) >= 0;
            word.append(special ? line.charAt(at++) : c);
        }
    }

    private char escaped() {
        if (at >= line.length()) {
            throw new IllegalArgumentException("nothing follows the last backslash");
        }
        return line.charAt(at++);
    }

    private void finish() {
        if (open) {
            words.add(word.toString());
        }
        word.setLength(0);
        open = false;
    }
}
