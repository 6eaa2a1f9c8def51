package jplay.template.ansible.data;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Runs of equal lines in two texts, found as Python's {@code difflib} finds them: the longest run
 * first, then those before and behind it.
 */
final class SequenceMatcher {
    private static final int POPULAR_FROM = 200;

    private final List<String> left;
    private final List<String> right;
    private final Map<String, List<Integer>> places = new HashMap<>();
    private final List<Run> runs = new ArrayList<>();

    /** Equal lines, from an index on the left and one on the right. */
    record Run(int left, int right, int length) {}

    private SequenceMatcher(List<String> left, List<String> right) {
        this.left = left;
        this.right = right;
        for (var i = 0; i < right.size(); i++) {
            places.computeIfAbsent(right.get(i), _ -> new ArrayList<>()).add(i);
        }
        if (right.size() >= POPULAR_FROM) {
            var most = right.size() / 100 + 1;
            places.values().removeIf(indices -> indices.size() > most);
        }
    }

    /** The runs in order; the last one is empty and stands at the ends. */
    static List<Run> runs(List<String> left, List<String> right) {
        var matcher = new SequenceMatcher(left, right);
        matcher.search(new Area(0, left.size(), 0, right.size()));
        matcher.runs.sort(Comparator.comparingInt(Run::left));
        matcher.runs.add(new Run(left.size(), right.size(), 0));
        return List.copyOf(matcher.runs);
    }

    /** A part of both sides, in which runs are looked for. */
    private record Area(int leftFrom, int leftTo, int rightFrom, int rightTo) {
        Area before(Run run) {
            return new Area(leftFrom, run.left, rightFrom, run.right);
        }

        Area behind(Run run) {
            return new Area(run.left + run.length, leftTo, run.right + run.length, rightTo);
        }

        boolean has(int left, int right) {
            return left >= leftFrom && left < leftTo && right >= rightFrom && right < rightTo;
        }
    }

    private void search(Area area) {
        var longest = longest(area);
        if (longest.length > 0) {
            runs.add(longest);
            search(area.before(longest));
            search(area.behind(longest));
        }
    }

    private Run longest(Area area) {
        var best = new Run(area.leftFrom, area.rightFrom, 0);
        Map<Integer, Integer> lengths = Map.of();
        for (var i = area.leftFrom; i < area.leftTo; i++) {
            var next = lengthsAt(i, area, lengths);
            for (var j : places.getOrDefault(left.get(i), List.of())) {
                var length = next.getOrDefault(j, 0);
                best =
                        length > best.length
                                ? new Run(i - length + 1, j - length + 1, length)
                                : best;
            }
            lengths = next;
        }
        return widened(best, area);
    }

    /** How long the runs are that end at a line on the left, by their ends on the right. */
    private Map<Integer, Integer> lengthsAt(int line, Area area, Map<Integer, Integer> before) {
        var lengths = new HashMap<Integer, Integer>();
        for (var j : places.getOrDefault(left.get(line), List.of())) {
            if (area.has(line, j)) {
                lengths.put(j, before.getOrDefault(j - 1, 0) + 1);
            }
        }
        return lengths;
    }

    /** With the popular lines around it, which were left out of the search. */
    private Run widened(Run run, Area area) {
        var start = 0;
        while (same(run.left - start - 1, run.right - start - 1, area)) {
            start++;
        }
        var end = run.length;
        while (same(run.left + end, run.right + end, area)) {
            end++;
        }
        return new Run(run.left - start, run.right - start, end + start);
    }

    private boolean same(int leftLine, int rightLine, Area area) {
        return area.has(leftLine, rightLine) && left.get(leftLine).equals(right.get(rightLine));
    }
}
