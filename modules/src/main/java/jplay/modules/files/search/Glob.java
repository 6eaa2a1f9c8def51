package jplay.modules.files.search;

/** A shell's pattern of names, as Python's {@code fnmatch} reads it. */
final class Glob {
    private Glob() {}

    /** The pattern as a regular expression of Python's that matches all of a name. */
    static String expression(String pattern) {
        var out = new StringBuilder();
        for (var at = 0; at < pattern.length(); at++) {
            var c = pattern.charAt(at);
            var end = c == '[' ? pattern.indexOf(']', Math.min(pattern.length(), at + 2)) : -1;
            if (end > 0) {
                out.append(set(pattern.substring(at + 1, end)));
                at = end;
            } else {
                out.append(single(c));
            }
        }
        return out.append("\\Z").toString();
    }

    private static String single(char c) {
        return switch (c) {
            case '*' -> ".*";
            case '?' -> ".";
            default -> quoted(c);
        };
    }

    private static String set(String content) {
        var body = content.replace("\\", "\\\\");
        return body.startsWith("!") ? "[^" + body.substring(1) + "]" : "[" + body + "]";
    }

    private static String quoted(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c > 127 ? String.valueOf(c) : "\\" + c;
    }
}
