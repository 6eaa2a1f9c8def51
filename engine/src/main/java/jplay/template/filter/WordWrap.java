package jplay.template.filter;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Pattern;
import jplay.template.python.PythonError;
import jplay.template.python.Strings;
import jplay.template.python.Types;

/** Breaks lines as Python's {@code textwrap} does. */
final class WordWrap {
    private static final String LETTER = "[^\\d\\W]";
    private static final String SIGN = "[\\w!\"'&.,?]";

    /** A hyphen behind two letters, or behind a letter and a sign, with letters to follow. */
    private static final String HYPHEN =
            "-(?:(?<=%1$s{2}-)|(?<=%1$s%2$s-))(?=%1$s-?%1$s)".formatted(LETTER, SIGN);

    /** Gaps, dashes between words, and words up to a hyphen, a gap or a dash. */
    private static final Pattern HYPHENS =
            Pattern.compile(
                    "\\s+|(?<=%1$s)-{2,}(?=\\w)|\\S+?(?:%2$s|(?=\\s|\\z)|(?<=%1$s)(?=-{2,}\\w))"
                            .formatted(SIGN, HYPHEN),
                    Pattern.UNICODE_CHARACTER_CLASS);

    private static final Pattern SPACES = Pattern.compile("\\s+|\\S+");

    private final int width;
    private final boolean breakLong;
    private final boolean breakOnHyphens;
    private final Deque<String> chunks = new ArrayDeque<>();
    private final List<String> lines = new ArrayList<>();

    private WordWrap(int width, boolean breakLong, boolean breakOnHyphens) {
        this.width = width;
        this.breakLong = breakLong;
        this.breakOnHyphens = breakOnHyphens;
    }

    static String apply(FilterCall call) {
        if (!(call.value() instanceof CharSequence)) {
            throw PythonError.type(
                    "'" + Types.name(call.value()) + "' object has no attribute 'splitlines'");
        }
        var separator = call.has("wrapstring") ? call.text("wrapstring") : "\n";
        var pattern = call.flag("break_on_hyphens") ? HYPHENS : SPACES;
        var wrapped = new ArrayList<String>();
        for (var line : Strings.lines(call.text(), false)) {
            var wrap =
                    new WordWrap(
                            call.integer("width"),
                            call.flag("break_long_words"),
                            call.flag("break_on_hyphens"));
            pattern.matcher(line).results().map(match -> match.group()).forEach(wrap.chunks::add);
            wrapped.add(String.join(separator, wrap.lines()));
        }
        return String.join(separator, wrapped);
    }

    /** The lines of text given in words and gaps. */
    static List<String> wrap(String text, int width) {
        var wrap = new WordWrap(width, true, true);
        HYPHENS.matcher(text).results().map(match -> match.group()).forEach(wrap.chunks::add);
        return wrap.lines();
    }

    private List<String> lines() {
        while (!chunks.isEmpty()) {
            line();
        }
        return lines;
    }

    private void line() {
        if (chunks.getFirst().isBlank() && !lines.isEmpty()) {
            chunks.removeFirst();
        }
        var line = new ArrayList<String>();
        var length = 0;
        while (!chunks.isEmpty() && length + chunks.getFirst().length() <= width) {
            length += chunks.getFirst().length();
            line.add(chunks.removeFirst());
        }
        if (!chunks.isEmpty() && chunks.getFirst().length() > width) {
            breakLong(line, width - length);
        }
        if (!line.isEmpty() && line.getLast().isBlank()) {
            line.removeLast();
        }
        if (!line.isEmpty()) {
            lines.add(String.join("", line));
        }
    }

    private void breakLong(List<String> line, int room) {
        if (!breakLong) {
            if (line.isEmpty()) {
                line.add(chunks.removeFirst());
            }
            return;
        }
        var chunk = chunks.removeFirst();
        var space = end(chunk, Math.max(width < 1 ? 1 : room, 0));
        line.add(chunk.substring(0, space));
        chunks.addFirst(chunk.substring(space));
    }

    /** Where a word too long for the line is broken: behind a hyphen where there is one. */
    private int end(String word, int space) {
        var hyphen = breakOnHyphens ? word.lastIndexOf('-', space - 1) : -1;
        var within = hyphen > 0 && word.chars().limit(hyphen).anyMatch(c -> c != '-');
        return within ? hyphen + 1 : space;
    }
}
