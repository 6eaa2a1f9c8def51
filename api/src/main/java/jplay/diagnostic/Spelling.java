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

    /** Edits between two words; swapping two neighbours is one edit, case does not count. */
    static int distance(String left, String right) {
        return new Edits(left.toLowerCase(Locale.ROOT), right.toLowerCase(Locale.ROOT)).least();
    }

    /** The table of the edits between all beginnings of two words. */
    private static final class Edits {
        private final String left;
        private final String right;
        private final int[][] edits;

        Edits(String left, String right) {
            this.left = left;
            this.right = right;
            this.edits = new int[left.length() + 1][right.length() + 1];
        }

        int least() {
            for (var i = 0; i <= left.length(); i++) {
                for (var j = 0; j <= right.length(); j++) {
                    edits[i][j] = i == 0 || j == 0 ? i + j : cheapest(i, j);
                }
            }
            return edits[left.length()][right.length()];
        }

        private int cheapest(int i, int j) {
            var replaced =
                    edits[i - 1][j - 1] + (left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1);
            var best = Math.min(Math.min(edits[i - 1][j], edits[i][j - 1]) + 1, replaced);
            return swapped(i, j) ? Math.min(best, edits[i - 2][j - 2] + 1) : best;
        }

        private boolean swapped(int i, int j) {
            return i > 1
                    && j > 1
                    && left.charAt(i - 1) == right.charAt(j - 2)
                    && left.charAt(i - 2) == right.charAt(j - 1);
        }
    }
}
