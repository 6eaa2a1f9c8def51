package jplay.template.scan;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import jplay.template.scan.Opening.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Finds where the next delimited part of a template begins; of two at one place the longer mark
 * wins.
 */
final class Openings {
    private record Mark(Kind kind, String text) {}

    private record LineMark(Kind kind, Pattern pattern) {}

    private final String source;
    private final List<Mark> marks;
    private final List<LineMark> lineMarks = new ArrayList<>();
    private final Pattern raw;

    Openings(String source, Syntax.Marks marks) {
        this.source = source;
        this.marks =
                List.of(
                        new Mark(Kind.VARIABLE, marks.variableStart()),
                        new Mark(Kind.BLOCK, marks.blockStart()),
                        new Mark(Kind.COMMENT, marks.commentStart()));
        if (!marks.lineStatement().isEmpty()) {
            lineMarks.add(
                    new LineMark(
                            Kind.LINE_STATEMENT,
                            Pattern.compile(
                                    "^[ \\t\\x0B]*"
                                            + Pattern.quote(marks.lineStatement())
                                            + "(-|\\+|)",
                                    Pattern.MULTILINE)));
        }
        if (!marks.lineComment().isEmpty()) {
            lineMarks.add(
                    new LineMark(
                            Kind.LINE_COMMENT,
                            Pattern.compile(
                                    "(?:^|(?<=\\S))[^\\S\\r\\n]*"
                                            + Pattern.quote(marks.lineComment())
                                            + "(-|\\+|)",
                                    Pattern.MULTILINE)));
        }
        var close = Pattern.quote(marks.blockEnd());
        this.raw = Pattern.compile("\\s*raw\\s*(?:-" + close + "\\s*|" + close + ")");
    }

    @Nullable Opening next(int from) {
        Opening best = null;
        var bestLength = 0;
        for (var mark : marks) {
            var at = source.indexOf(mark.text, from);
            if (at >= 0 && isBefore(at, mark.text.length(), best, bestLength)) {
                best = opening(mark, at);
                bestLength = mark.text.length();
            }
        }
        for (var mark : lineMarks) {
            var match = mark.pattern.matcher(source);
            if (match.find(from) && (best == null || match.start() <= best.start())) {
                var sign = match.group(1).isEmpty() ? ' ' : match.group(1).charAt(0);
                best = new Opening(mark.kind, match.start(), match.end(), sign);
            }
        }
        return best;
    }

    private static boolean isBefore(int at, int length, @Nullable Opening best, int bestLength) {
        return best == null || at < best.start() || (at == best.start() && length > bestLength);
    }

    private Opening opening(Mark mark, int at) {
        var end = at + mark.text.length();
        var sign = end < source.length() ? source.charAt(end) : ' ';
        var signed = sign == '-' || sign == '+';
        return new Opening(mark.kind, at, signed ? end + 1 : end, signed ? sign : ' ');
    }

    /** Where the text of a raw part begins when the block opened here is one; else -1. */
    int rawStart(int at) {
        var match = raw.matcher(source).region(at, source.length());
        return match.lookingAt() ? match.end() : -1;
    }
}
