package jplay.template.expr;

/** The escapes of string literals. */
final class Escapes {
    private static final String SIMPLE = "\\'\"abfnrtv";
    private static final String MEANING = "\\'\"\u0007\b\f\n\r\t\u000b";

    private final String written;
    private final StringBuilder out = new StringBuilder();
    private int at;

    private Escapes(String written) {
        this.written = written;
    }

    /**
     * The text a literal stands for. @throws IllegalArgumentException when an escape is malformed
     */
    static String resolve(String written) {
        return written.indexOf('\\') < 0 ? written : new Escapes(written).resolve();
    }

    private String resolve() {
        while (at < written.length()) {
            var c = written.charAt(at++);
            if (c == '\\') {
                escape(written.charAt(at++));
            } else {
                out.append(c);
            }
        }
        return out.toString();
    }

    private void escape(char c) {
        var simple = SIMPLE.indexOf(c);
        if (simple >= 0) {
            out.append(MEANING.charAt(simple));
            return;
        }
        switch (c) {
            case '\n' -> {}
            case 'x' -> hexadecimal(2);
            case 'u' -> hexadecimal(4);
            case 'U' -> hexadecimal(8);
            case 'N' -> named();
            case '0', '1', '2', '3', '4', '5', '6', '7' -> octal();
            default -> out.append('\\').append(c);
        }
    }

    private void hexadecimal(int digits) {
        if (at + digits > written.length()) {
            throw new IllegalArgumentException("truncated escape in a string");
        }
        try {
            out.appendCodePoint(Integer.parseInt(written.substring(at, at + digits), 16));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("truncated escape in a string", e);
        }
        at += digits;
    }

    private void octal() {
        var end = at;
        while (end < written.length()
                && end < at + 2
                && "01234567".indexOf(written.charAt(end)) >= 0) {
            end++;
        }
        out.append((char) Integer.parseInt(written.substring(at - 1, end), 8));
        at = end;
    }

    private void named() {
        var end = written.indexOf('}', at);
        if (!written.startsWith("{", at) || end < 0) {
            throw new IllegalArgumentException("malformed \\N character escape");
        }
        out.appendCodePoint(Character.codePointOf(written.substring(at + 1, end)));
        at = end + 1;
    }
}
