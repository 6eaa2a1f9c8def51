package jplay.diagnostic;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds what the user may have meant. */
public final class Spelling {
    private Spelling() {}

    /** The known name nearest to the wrong one, when one is near enough to be worth telling. */
    public static Optional<String> nearest(String wrong, Collection<String> known) {
        var limit = Math.max(1, wrong.length() / 3);
        return known.stream()
                .filter(name -> distance(wrong, name) <= limit)
                .min(
                        Comparator.<String>comparingInt(name -> distance(wrong, name))
                                .thenComparing(name -> name));
    }

    /** {@code " (did you mean 'x'?)"} or nothing; to be put behind a message. */
    public static String didYouMean(String wrong, Collection<String> known) {
        return nearest(wrong, known).map(name -> " (did you mean '" + name + "'?)").orElse("");
    }

    /**
     * Edits between two words, where swapping two neighbours counts as one edit and case does not
     * count.
     */
    static int distance(String left, String right) {
        var a = left.toLowerCase(Locale.ROOT);
        var b = right.toLowerCase(Locale.ROOT);
        var rows = new int[a.length() + 1][b.length() + 1];
        for (var i = 0; i <= a.length(); i++) {
            rows[i][0] = i;
        }
        for (var j = 0; j <= b.length(); j++) {
            rows[0][j] = j;
        }
        for (var i = 1; i <= a.length(); i++) {
            for (var j = 1; j <= b.length(); j++) {
                rows[i][j] = cheapest(a, b, i, j, rows);
            }
        }
        return rows[a.length()][b.length()];
    }

    private static int cheapest(String a, String b, int i, int j, int[][] rows) {
        var same = a.charAt(i - 1) == b.charAt(j - 1);
        var best =
                Math.min(
                        Math.min(rows[i - 1][j] + 1, rows[i][j - 1] + 1),
                        rows[i - 1][j - 1] + (same ? 0 : 1));
        var swapped =
                i > 1
                        && j > 1
                        && a.charAt(i - 1) == b.charAt(j - 2)
                        && a.charAt(i - 2) == b.charAt(j - 1);
        return swapped ? Math.min(best, rows[i - 2][j - 2] + 1) : best;
    }
}
