package jplay.template.format;

/**
 * The text of a YAML document while it is written: columns, line breaks and the styles of scalars.
 */
final class YamlOutput {
    private final StringBuilder out = new StringBuilder();
    private final int width;
    private int column;
    private boolean whitespace = true;
    private boolean indentation = true;

    YamlOutput(int width) {
        this.width = width;
    }

    /** Whether only indentation and list marks stand on the line. */
    boolean isIndentation() {
        return indentation;
    }

    void markIndentation() {
        indentation = true;
    }

    String end() {
        return out.append('\n').toString();
    }

    private void write(String text) {
        out.append(text);
        column += text.codePointCount(0, text.length());
    }

    private void newLine() {
        out.append('\n');
        column = 0;
        whitespace = true;
        indentation = true;
    }

    /** Goes to a column, on a new line where something stands before it. */
    void writeIndent(int indent) {
        if (!indentation || column > indent || (column == indent && !whitespace)) {
            if (!out.isEmpty()) {
                newLine();
            }
        }
        if (column < indent) {
            whitespace = true;
            write(" ".repeat(indent - column));
        }
    }

    /** A mark; with a space before it when it needs one. */
    void indicator(String mark, boolean spaced) {
        if (spaced && !whitespace) {
            write(" ");
        }
        write(mark);
        whitespace = false;
        indentation = false;
    }

    void opening(String bracket) {
        indicator(bracket, true);
        whitespace = true;
    }

    void closing(String bracket) {
        indicator(bracket, false);
    }

    /** Before an element between brackets: a new line when the line is full. */
    void breakFlow(int indent) {
        if (column > width) {
            writeIndent(indent);
        }
    }

    private void start() {
        if (!whitespace) {
            write(" ");
        }
        whitespace = false;
        indentation = false;
    }

    void plain(String text, int indent, boolean mayBreak) {
        if (text.isEmpty()) {
            return;
        }
        start();
        words(text, indent, mayBreak);
    }

    /** Words with single spaces between; a space may become a line break when the line is full. */
    private void words(String text, int indent, boolean mayBreak) {
        for (var at = 0; at < text.length(); ) {
            var space = text.charAt(at) == ' ';
            var end = at;
            while (end < text.length() && text.charAt(end) == ' ' == space) {
                end++;
            }
            var inside = at > 0 && end < text.length();
            if (space && mayBreak && inside && end - at == 1 && column > width) {
                writeIndent(indent);
                whitespace = false;
                indentation = false;
            } else {
                write(text.substring(at, end));
            }
            at = end;
        }
    }

    void singleQuoted(String text, int indent, boolean mayBreak) {
        indicator("'", true);
        var lines = text.replace("'", "''").split("\n", -1);
        for (var i = 0; i < lines.length; i++) {
            if (i > 0) {
                lineBreak(lines, i, indent);
            }
            words(lines[i], indent, mayBreak);
        }
        indicator("'", false);
    }

    /** One break of the text is written as two; further ones follow as they are. */
    private void lineBreak(String[] lines, int line, int indent) {
        if (!lines[line - 1].isEmpty() || line == 1) {
            newLine();
        }
        newLine();
        if (!lines[line].isEmpty() || line == lines.length - 1) {
            writeIndent(indent);
        }
        whitespace = false;
        indentation = false;
    }

    /** Lines as they are, under a tag. */
    void literal(String tag, String text, int indent) {
        indicator(tag, true);
        indicator(text.endsWith("\n") ? "|" : "|-", true);
        text.lines()
                .forEach(line -> {
                    newLine();
                    write(" ".repeat(indent) + line);
                });
        whitespace = false;
        indentation = false;
    }

    void doubleQuoted(String text, int indent, boolean mayBreak) {
        indicator("\"", true);
        var points = text.codePoints().toArray();
        for (var i = 0; i < points.length; i++) {
            var c = points[i];
            var breakable = mayBreak && c == ' ' && i > 0 && i < points.length - 1;
            if (breakable && column + run(points, i + 1) > width) {
                write("\\");
                writeIndent(indent);
                write(points[i + 1] == ' ' ? "\\" : "");
                whitespace = false;
                indentation = false;
                continue;
            }
            write(escaped(c));
        }
        indicator("\"", false);
    }

    private static int run(int[] points, int from) {
        var end = from;
        while (end < points.length && points[end] != ' ') {
            end++;
        }
        return end - from;
    }

    private static String escaped(int c) {
        var known = "\0\u0007\b\t\n\u000b\f\r\u001b\"\\\u0085\u00a0\u2028\u2029".indexOf(c);
        if (known >= 0) {
            return "\\" + "0abtnvfre\"\\N_LP".charAt(known);
        }
        if ((c >= ' ' && c <= '~') || (c >= 0xa0 && c <= 0xd7ff) || (c >= 0xe000 && c <= 0xfffd)) {
            return Character.toString(c);
        }
        return String.format(c <= 0xff ? "\\x%02X" : c <= 0xffff ? "\\u%04X" : "\\U%08X", c);
    }
}
