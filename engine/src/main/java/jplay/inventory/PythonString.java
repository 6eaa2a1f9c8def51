package jplay.inventory;

/** The text of one Python string literal. */
final class PythonString {
    private final String body;
    private final StringBuilder text = new StringBuilder();
    private int at;

    private PythonString(String body) {
        this.body = body;
    }

    /** What a literal stands for, its prefix and quotes included. */
    static String valueOf(String literal) {
        var start = 0;
        while (literal.charAt(start) != '\'' && literal.charAt(start) != '"') {
            start++;
        }
        var prefix = literal.substring(0, start);
        var width = literal.startsWith("'''", start) || literal.startsWith("\"\"\"", start) ? 3 : 1;
        var body = literal.substring(start + width, literal.length() - width);
        return prefix.toLowerCase(java.util.Locale.ROOT).contains("r")
                ? body
                : new PythonString(body).unescaped();
    }

    private String unescaped() {
        while (at < body.length()) {
            var c = body.charAt(at++);
            if (c == '\\' && at < body.length()) {
                escape(body.charAt(at++));
            } else {
                text.append(c);
            }
        }
        return text.toString();
    }

    private void escape(char c) {
        switch (c) {
            case '\n' -> {}
            case 'n' -> text.append('\n');
            case 't' -> text.append('\t');
            case 'r' -> text.append('\r');
            case 'a' -> text.append('\u0007');
            case 'b' -> text.append('\b');
            case 'f' -> text.append('\f');
            case 'v' -> text.append('\u000b');
            case '\\', '\'', '"' -> text.append(c);
            case 'x' -> code(2);
            case 'u' -> code(4);
            case 'U' -> code(8);
            case '0', '1', '2', '3', '4', '5', '6', '7' -> octal();
            default -> text.append('\\').append(c);
        }
    }

    private void code(int digits) {
        var end = Math.min(body.length(), at + digits);
        var hexadecimal = body.substring(at, end);
        if (hexadecimal.length() == digits && hexadecimal.matches("[0-9a-fA-F]+")) {
            text.appendCodePoint(Integer.parseInt(hexadecimal, 16));
            at = end;
        } else {
            text.append('\\').append(body.charAt(at - 1));
        }
    }

    private void octal() {
        var end = at;
        while (end < body.length()
                && end < at + 2
                && body.charAt(end) >= '0'
                && body.charAt(end) <= '7') {
            end++;
        }
        text.append((char) Integer.parseInt(body.substring(at - 1, end), 8));
        at = end;
    }
}
