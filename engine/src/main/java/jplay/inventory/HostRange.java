package jplay.inventory;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Host names with ranges such as {@code db[01:10]}, {@code db[a:f]}, {@code db[0:10:2]}, both ends
 * included.
 */
final class HostRange {
    private static final Pattern RANGE =
            Pattern.compile("\\[([^\\[\\]:]*):([^\\[\\]:]*)(?::([^\\[\\]:]*))?]");
    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";

    private HostRange() {}

    /**
     * All names that a text stands for; the text itself when there is no range in it.
     *
     * @throws IllegalArgumentException with what is wrong with the range
     */
    static List<String> expand(String text) {
        if (text.indexOf('[') < 0) {
            return List.of(text);
        }
        var found = RANGE.matcher(text);
        if (!found.find()) {
            return List.of(text);
        }
        var names = new ArrayList<String>();
        var tails = expand(text.substring(found.end()));
        var step =
                found.group(3) == null || found.group(3).isEmpty() ? 1 : positive(found.group(3));
        for (var value : values(found.group(1), found.group(2), step)) {
            tails.forEach(tail -> names.add(text.substring(0, found.start()) + value + tail));
        }
        return names;
    }

    private static List<String> values(String begin, String end, int step) {
        if (end.isEmpty()) {
            throw new IllegalArgumentException("the range '" + begin + ":' has no end");
        }
        var first = begin.isEmpty() ? "0" : begin;
        if (first.length() == 1
                && LETTERS.contains(first)
                && end.length() == 1
                && LETTERS.contains(end)) {
            return letters(LETTERS.indexOf(first), LETTERS.indexOf(end), step);
        }
        return numbers(first, end, step);
    }

    private static List<String> letters(int first, int last, int step) {
        requireOrder(first, last);
        var values = new ArrayList<String>();
        for (var at = first; at <= last; at += step) {
            values.add(LETTERS.substring(at, at + 1));
        }
        return values;
    }

    private static List<String> numbers(String begin, String end, int step) {
        var padded = begin.length() > 1 && begin.startsWith("0");
        if (padded && begin.length() != end.length()) {
            throw new IllegalArgumentException(
                    "the range '"
                            + begin
                            + ":"
                            + end
                            + "' wants as many digits at its end as at its begin");
        }
        var first = natural(begin);
        var last = natural(end);
        requireOrder(first, last);
        var values = new ArrayList<String>();
        for (var number = first; number <= last; number += step) {
            var digits = Integer.toString(number);
            values.add(padded ? "0".repeat(begin.length() - digits.length()) + digits : digits);
        }
        return values;
    }

    private static void requireOrder(int first, int last) {
        if (first > last) {
            throw new IllegalArgumentException("a range must begin before it ends");
        }
    }

    private static int positive(String text) {
        var number = natural(text);
        if (number == 0) {
            throw new IllegalArgumentException("a range cannot have the step 0");
        }
        return number;
    }

    private static int natural(String text) {
        if (!text.matches("\\d{1,9}")) {
            throw new IllegalArgumentException(
                    "got '" + text + "' in a range, want a number or a letter");
        }
        return Integer.parseInt(text);
    }
}
