package jplay.modules.commands;

import java.util.ArrayList;
import java.util.List;
import jplay.module.TaskFailure;

/**
 * Parts a line into words as a POSIX shell would, without expanding anything: quotes and
 * backslashes only.
 */
public final class Words {
    private final String line;
    private final List<String> words = new ArrayList<>();
    private final StringBuilder word = new StringBuilder();
    private boolean started;
    private int at;

    private Words(String line) {
        this.line = line;
    }

    /** The words of a line. @throws TaskFailure when a quotation is not closed */
    public static List<String> of(String line) {
        var split = new Words(line);
        while (split.at < line.length()) {
            split.next();
        }
        split.finish();
        return split.words;
    }

    private void next() {
        var c = line.charAt(at++);
        switch (c) {
            case ' ', '\t', '\n', '\r' -> finish();
            case '\'' -> quoted('\'', false);
            case '"' -> quoted('"', true);
            case '\\' -> {
                started = true;
                word.append(at < line.length() ? line.charAt(at++) : '\\');
            }
            default -> {
                started = true;
                word.append(c);
            }
        }
    }

    private void quoted(char quote, boolean escapes) {
        started = true;
        while (at < line.length()) {
            var c = line.charAt(at++);
            if (c == quote) {
                return;
            }
            var escaped =
                    escapes
                            && c == '\\'
                            && at < line.length()
                            && "\"\\".indexOf(line.charAt(at)) >= 0;
            word.append(escaped ? line.charAt(at++) : c);
        }
        throw new TaskFailure("the command has a quotation that is not closed: " + line);
    }

    private void finish() {
        if (started) {
            words.add(word.toString());
        }
        word.setLength(0);
        started = false;
    }
}
