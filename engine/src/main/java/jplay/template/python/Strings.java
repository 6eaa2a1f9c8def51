package jplay.template.python;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What several parts need to know about text: Python's white space, code points and lines. */
public final class Strings {
    private static final String LINE_ENDS = "\n\r\u000b\f\u001c\u001d\u001e\u0085\u2028\u2029";

    private Strings() {}

    /** Whether Python calls it white space. */
    public static boolean isSpace(int c) {
        return Character.isWhitespace(c)
                || c == 0xa0
                || c == 0x85
                || c == 0x2007
                || c == 0x202f
                || (c >= 0x1c && c <= 0x1f);
    }

    /** Without white space at both ends. */
    public static String strip(String text) {
        return stripEnd(stripStart(text, null), null);
    }

    /** Without leading characters of a set; white space when there is no set. */
    public static String stripStart(String text, @Nullable String characters) {
        var i = 0;
        while (i < text.length() && isIn(text.codePointAt(i), characters)) {
            i += Character.charCount(text.codePointAt(i));
        }
        return text.substring(i);
    }

    /** Without trailing characters of a set; white space when there is no set. */
    public static String stripEnd(String text, @Nullable String characters) {
        var i = text.length();
        while (i > 0 && isIn(text.codePointBefore(i), characters)) {
            i -= Character.charCount(text.codePointBefore(i));
        }
        return text.substring(0, i);
    }

    private static boolean isIn(int c, @Nullable String characters) {
        return characters == null ? isSpace(c) : characters.indexOf(c) >= 0;
    }

    /** How many characters Python counts. */
    public static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    /** The first so many characters. */
    public static String cut(String text, int length) {
        return length(text) <= length
                ? text
                : text.substring(0, text.offsetByCodePoints(0, Math.max(0, length)));
    }

    /** One string for each character. */
    public static List<@Nullable Object> characters(String text) {
        var characters = new ArrayList<@Nullable Object>(text.length());
        for (var i = 0; i < text.length(); ) {
            var size = Character.charCount(text.codePointAt(i));
            characters.add(text.substring(i, i + size));
            i += size;
        }
        return characters;
    }

    /** Whether Python would print it as it is within a repr. */
    public static boolean isPrintable(int c) {
        return c == ' '
                || switch (Character.getType(c)) {
                    case Character.CONTROL,
                            Character.FORMAT,
                            Character.SURROGATE,
                            Character.PRIVATE_USE,
                            Character.UNASSIGNED,
                            Character.LINE_SEPARATOR,
                            Character.PARAGRAPH_SEPARATOR,
                            Character.SPACE_SEPARATOR ->
                            false;
                    default -> true;
                };
    }

    /** The lines, with or without what ends them. */
    public static List<String> lines(String text, boolean keepEnds) {
        var lines = new ArrayList<String>();
        for (var start = 0; start < text.length(); ) {
            var end = start;
            while (end < text.length() && LINE_ENDS.indexOf(text.charAt(end)) < 0) {
                end++;
            }
            var next = Math.min(text.length(), end + (text.startsWith("\r\n", end) ? 2 : 1));
            lines.add(text.substring(start, keepEnds ? next : end));
            start = next;
        }
        return lines;
    }
}
