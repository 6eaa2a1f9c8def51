package jplay.template.method;

import java.util.Locale;
import jplay.template.python.Strings;

/** Upper and lower case, kinds of characters and padding. */
public final class StringCase {
    /** Where padding goes. */
    public enum Side {
        LEFT,
        RIGHT,
        CENTER
    }

    private StringCase() {}

    private static boolean isCased(int c) {
        return Character.isUpperCase(c) || Character.isLowerCase(c) || Character.isTitleCase(c);
    }

    static boolean isNumeric(int c) {
        var type = Character.getType(c);
        return type == Character.DECIMAL_DIGIT_NUMBER
                || type == Character.LETTER_NUMBER
                || type == Character.OTHER_NUMBER;
    }

    static boolean isDigit(int c) {
        return Character.isDigit(c) || "²³¹⁰⁴⁵⁶⁷⁸⁹".indexOf(c) >= 0;
    }

    static boolean isIdentifier(String text) {
        return !text.isEmpty()
                && !Character.isDigit(text.charAt(0))
                && text.codePoints().allMatch(c -> Character.isLetterOrDigit(c) || c == '_');
    }

    /** Whether there are cased characters and all are small. */
    public static boolean isLower(String text) {
        return text.codePoints().anyMatch(StringCase::isCased)
                && text.codePoints().noneMatch(c -> isCased(c) && !Character.isLowerCase(c));
    }

    /** Whether there are cased characters and all are capital. */
    public static boolean isUpper(String text) {
        return text.codePoints().anyMatch(StringCase::isCased)
                && text.codePoints().noneMatch(c -> isCased(c) && !Character.isUpperCase(c));
    }

    static boolean isTitle(String text) {
        return text.codePoints().anyMatch(StringCase::isCased) && title(text).equals(text);
    }

    static String title(String text) {
        var out = new StringBuilder();
        var inWord = false;
        for (var c : text.codePoints().toArray()) {
            var letter = Character.toString(c);
            out.append(inWord ? letter.toLowerCase(Locale.ROOT) : titled(c));
            inWord = isCased(c);
        }
        return out.toString();
    }

    private static String titled(int c) {
        var letter = Character.toString(c);
        return switch (letter.toUpperCase(Locale.ROOT)) {
            case String upper when upper.length() > letter.length() ->
                    upper.substring(0, 1) + upper.substring(1).toLowerCase(Locale.ROOT);
            case String _ -> Character.toString(Character.toTitleCase(c));
        };
    }

    /** The first character capital, all others small. */
    public static String capitalize(String text) {
        if (text.isEmpty()) {
            return text;
        }
        var rest = text.substring(Character.charCount(text.codePointAt(0)));
        return titled(text.codePointAt(0)) + rest.toLowerCase(Locale.ROOT);
    }

    static String casefold(String text) {
        return text.replace("ß", "ss").toLowerCase(Locale.ROOT);
    }

    static String swap(String text) {
        var out = new StringBuilder();
        text.codePoints()
                .mapToObj(c -> {
                    var letter = Character.toString(c);
                    return Character.isUpperCase(c)
                            ? letter.toLowerCase(Locale.ROOT)
                            : letter.toUpperCase(Locale.ROOT);
                })
                .forEach(out::append);
        return out.toString();
    }

    /** Text made at least so many characters wide. */
    public static String pad(String text, int width, String fill, Side side) {
        var missing = width - Strings.length(text);
        if (missing <= 0) {
            return text;
        }
        return switch (side) {
            case LEFT -> fill.repeat(missing) + text;
            case RIGHT -> text + fill.repeat(missing);
            case CENTER -> {
                var left = missing / 2 + (missing & width & 1);
                yield fill.repeat(left) + text + fill.repeat(missing - left);
            }
        };
    }
}
