package jplay.template.lookup;

import java.util.ArrayList;
import java.util.List;

/** The rows of a CSV file: cells may be quoted, and quotes in them are doubled. */
final class CsvRows {
    private final String content;
    private final char delimiter;
    private final List<List<String>> rows = new ArrayList<>();
    private List<String> row = new ArrayList<>();
    private StringBuilder cell = new StringBuilder();
    private boolean quoted;

    private CsvRows(String content, char delimiter) {
        this.content = content;
        this.delimiter = delimiter;
    }

    static List<List<String>> of(String content, char delimiter) {
        return new CsvRows(content.replace("\r\n", "\n"), delimiter).read();
    }

    private List<List<String>> read() {
        for (var at = 0; at < content.length(); ) {
            var c = content.charAt(at);
            if (quoted) {
                at += inside(c, at);
            } else {
                outside(c);
                at++;
            }
        }
        if (!cell.isEmpty() || !row.isEmpty()) {
            endRow();
        }
        return rows;
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
        quoted = false;
        return 1;
    }

    private void outside(char c) {
        if (c == '"' && cell.isEmpty()) {
            quoted = true;
        } else if (c == delimiter) {
            endCell();
        } else if (c == '\n') {
            endRow();
        } else {
            cell.append(c);
        }
    }

    private void endCell() {
        row.add(cell.toString());
        cell = new StringBuilder();
    }

    private void endRow() {
        endCell();
        rows.add(row);
        row = new ArrayList<>();
    }
}
