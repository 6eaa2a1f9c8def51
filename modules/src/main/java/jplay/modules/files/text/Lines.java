package jplay.modules.files.text;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import jplay.module.TaskFailure;
import jplay.value.PythonRegex;

/** Lines of a text, each with its line end, in the way of Python. */
public final class Lines {
    private Lines() {}

    /** Parts a text behind each newline. */
    public static List<String> of(String text) {
        var lines = new ArrayList<String>();
        var at = 0;
        while (at < text.length()) {
            var end = text.indexOf('\n', at);
            var next = end < 0 ? text.length() : end + 1;
            lines.add(text.substring(at, next));
            at = next;
        }
        return lines;
    }

    /** A line without its end. */
    public static String bare(String line) {
        return line.replaceFirst("[\r\n]+$", "");
    }

    /** Gives the last line an end when it has none. */
    public static void end(List<String> lines) {
        if (!lines.isEmpty() && !lines.getLast().endsWith("\n")) {
            lines.set(lines.size() - 1, lines.getLast() + "\n");
        }
    }

    /**
     * An expression over bytes, as {@link HostText#latin()} has them.
     *
     * @throws TaskFailure when it is wrong
     */
    static PythonRegex expression(String written, PythonRegex.Flag... flags) {
        var all = EnumSet.of(PythonRegex.Flag.BYTES, flags);
        return compiled(HostText.latin(written), all);
    }

    /** An expression over text. @throws TaskFailure when it is wrong */
    static PythonRegex compiled(String written, EnumSet<PythonRegex.Flag> flags) {
        try {
            return PythonRegex.compile(written, flags);
        } catch (PythonRegex.Mistake e) {
            throw new TaskFailure("the regular expression is wrong: " + e.getMessage());
        }
    }

    /** The first or last line in which an expression is found. */
    static Optional<Integer> find(List<String> lines, PythonRegex wanted, boolean first) {
        var found = Optional.<Integer>empty();
        for (var i = 0; i < lines.size(); i++) {
            if (wanted.matcher(lines.get(i)).find() && (found.isEmpty() || !first)) {
                found = Optional.of(i);
            }
        }
        return found;
    }
}
