package jplay.modules.files.archive;

import java.util.regex.Pattern;

/** A pattern by which names of an archive are chosen: {@code *} matches slashes too. */
record NamePattern(String written) {

    /** Whether a path fits, or stands below a folder that does. */
    boolean fits(String path) {
        var regex = Pattern.compile("(?s)(.*/)?%s(/.*)?".formatted(expression()));
        return regex.matcher(path).matches()
                || regex.matcher(path.replaceFirst("/$", "")).matches();
    }

    private String expression() {
        var out = new StringBuilder();
        written.replaceFirst("/$", "")
                .chars()
                .forEach(c ->
                        out.append(
                                switch (c) {
                                    case '*' -> ".*";
                                    case '?' -> ".";
                                    case '[' -> "[";
                                    case ']' -> "]";
                                    default -> Pattern.quote(Character.toString(c));
                                }));
        return out.toString();
    }
}
