package jplay.console;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import java.util.ArrayList;
import java.util.List;
import jplay.module.Diff;

/** A diff in unified form with three lines of context, as {@code diff -u} and Ansible print it. */
final class UnifiedDiff {
    private static final int CONTEXT = 3;
    private static final String NO_NEWLINE = "\\ No newline at end of file";

    private final List<String> before;
    private final List<String> after;
    private final List<String> text = new ArrayList<>();

    private UnifiedDiff(Diff diff) {
        before = lines(diff.before());
        after = lines(diff.after());
    }

    /** The lines to print; none when both sides are equal. */
    static List<String> of(Diff diff) {
        var unified = new UnifiedDiff(diff);
        var deltas = DiffUtils.diff(unified.before, unified.after).getDeltas();
        if (deltas.isEmpty()) {
            return List.of();
        }
        unified.text.add("--- before" + header(diff.beforeHeader()));
        unified.text.add("+++ after" + header(diff.afterHeader()));
        for (var from = 0; from < deltas.size(); ) {
            var to = from + 1;
            while (to < deltas.size() && near(deltas.get(to - 1), deltas.get(to))) {
                to++;
            }
            unified.hunk(deltas.subList(from, to));
            from = to;
        }
        return unified.text;
    }

    private static String header(String name) {
        return name.isEmpty() ? "" : ": " + name;
    }

    /** Lines with their line ends, so that a missing last one is a difference. */
    private static List<String> lines(String text) {
        var lines = new ArrayList<String>();
        for (var start = 0; start < text.length(); ) {
            var end = text.indexOf('\n', start);
            var next = end < 0 ? text.length() : end + 1;
            lines.add(text.substring(start, next));
            start = next;
        }
        return lines;
    }

    private static boolean near(AbstractDelta<String> one, AbstractDelta<String> next) {
        return next.getSource().getPosition() - one.getSource().last() - 1 <= 2 * CONTEXT;
    }

    private void hunk(List<AbstractDelta<String>> deltas) {
        var first = deltas.getFirst();
        var last = deltas.getLast();
        var lead = Math.min(CONTEXT, first.getSource().getPosition());
        var start = first.getSource().getPosition() - lead;
        var sourceEnd = last.getSource().getPosition() + last.getSource().size();
        var end = Math.min(before.size(), sourceEnd + CONTEXT);
        var targetStart = first.getTarget().getPosition() - lead;
        var targetEnd =
                last.getTarget().getPosition() + last.getTarget().size() + (end - sourceEnd);
        text.add("@@ -" + range(start, end) + " +" + range(targetStart, targetEnd) + " @@");
        var at = start;
        for (var delta : deltas) {
            add(" ", before.subList(at, delta.getSource().getPosition()));
            add("-", delta.getSource().getLines());
            add("+", delta.getTarget().getLines());
            at = delta.getSource().getPosition() + delta.getSource().size();
        }
        add(" ", before.subList(at, end));
    }

    private static String range(int start, int end) {
        var length = end - start;
        if (length == 1) {
            return String.valueOf(start + 1);
        }
        return (length == 0 ? start : start + 1) + "," + length;
    }

    private void add(String mark, List<String> lines) {
        for (var line : lines) {
            text.add(mark + (line.endsWith("\n") ? line.substring(0, line.length() - 1) : line));
            if (!line.endsWith("\n")) {
                text.add(NO_NEWLINE);
            }
        }
    }
}
