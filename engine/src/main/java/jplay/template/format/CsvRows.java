package jplay.template.format;

import java.util.ArrayList;
import java.util.List;
import jplay.template.python.PythonError;

/** The rows of a CSV text, as Python's {@code csv} reads them; blank lines are none. */
public final class CsvRows {
    private final String content;
    private final Style style;
    private final List<List<String>> rows = new ArrayList<>();
    private List<String> row = new ArrayList<>();
    private StringBuilder cell = new StringBuilder();
    private State state = State.START;

    /** Where in a cell the reader stands. */
    private enum State {
        START,
        PLAIN,
        QUOTED,
        CLOSED
    }

    /**
     * How a text is written.
     *
     * @param skipsSpace whether spaces before a cell do not count
     * @param strict whether quotes in wrong places are errors
     */
    public record Style(char delimiter, boolean skipsSpace, boolean strict) {}

    private CsvRows(String content, Style style) {
        this.content = content;
        this.style = style;
    }

    /** The rows of a text. */
    public static List<List<String>> of(String content, Style style) {
        return new CsvRows(content.replace("\r\n", "\n"), style).read();
    }

    private List<List<String>> read() {
        for (var at = 0; at < content.length(); ) {
            var c = content.charAt(at);
            if (state == State.QUOTED) {
                at += inside(c, at);
            } else {
                outside(c);
                at++;
            }
        }
        if (state == State.QUOTED && style.strict) {
            throw wrong("unexpected end of data");
        }
        endRow();
        return rows;
    }

    private static PythonError wrong(String message) {
        return PythonError.value("Unable to process file: " + message);
    }

    private int inside(char c, int at) {
        if (c != '"') {
            cell.append(c);
            return 1;
        }
        if (content.startsWith("\"\"", at)) {
            cell.append('"');
            return 2;
        }
        state = State.CLOSED;
        return 1;
    }

    private void outside(char c) {
        switch (role(c)) {
            case DELIMITER -> {
                endCell();
                state = State.START;
            }
            case END -> endRow();
            case QUOTE -> state = State.QUOTED;
            case TEXT -> text(c);
        }
    }

    /** What a character outside quotes is. */
    private enum Role {
        DELIMITER,
        END,
        QUOTE,
        TEXT
    }

    private Role role(char c) {
        if (c == style.delimiter) {
            return Role.DELIMITER;
        }
        if (c == '\n') {
            return Role.END;
        }
        return state == State.START && c == '"' ? Role.QUOTE : Role.TEXT;
    }

    private void text(char c) {
        if (state == State.CLOSED && style.strict) {
            throw wrong("'" + style.delimiter + "' expected after '\"'");
        }
        if (state != State.START || c != ' ' || !style.skipsSpace) {
            cell.append(c);
            state = State.PLAIN;
        }
    }

    private void endCell() {
        row.add(cell.toString());
        cell = new StringBuilder();
    }

    private void endRow() {
        if (state != State.START || !row.isEmpty()) {
            endCell();
            rows.add(row);
            row = new ArrayList<>();
        }
        state = State.START;
    }
}
