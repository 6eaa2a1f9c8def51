package jplay.value;

import jplay.diagnostic.Location;

/**
 * How a text lies in its source, seen from where its value begins.
 *
 * @param quoted whether it was quoted or a block scalar
 * @param lines lines below, when its first character is not on the same line
 * @param columns columns to the right; from the margin when it begins on another line
 * @param extent how its lines are those of the source
 */
public record Layout(boolean quoted, int lines, int columns, Extent extent) {
    /** The source of a text's lines. */
    public enum Extent {
        /** It is one line. */
        LINE,
        /** Each is a line, all begin at the same column. */
        LINES,
        /** They were joined, or are not known. */
        FOLDED
    }

    /** As it is, in one line. */
    public static final Layout PLAIN = new Layout(false, 0, 0, Extent.LINE);

    /** In one line between quotation marks. */
    public static final Layout QUOTED = new Layout(true, 0, 1, Extent.LINE);

    /** The text is the whole source. */
    public static final Layout WHOLE = new Layout(false, 0, 0, Extent.LINES);

    /** A text that is not in the source as it is. */
    public static Layout folded(boolean quoted) {
        return new Layout(quoted, 0, 0, Extent.FOLDED);
    }

    /** A block scalar that keeps its lines. */
    public static Layout block(int indent) {
        return new Layout(true, 1, indent, Extent.LINES);
    }

    /** A place in the text, both counted from 1; the value's place when it is not known. */
    public Location place(Location origin, int line, int column) {
        if (extent == Extent.FOLDED || (extent == Extent.LINE && line > 1)) {
            return origin;
        }
        return line == 1 && lines == 0
                ? origin.plus(0, columns + column - 1)
                : new Location(origin.source(), origin.line() + lines + line - 1, columns + column);
    }
}
