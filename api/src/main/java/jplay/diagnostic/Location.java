package jplay.diagnostic;

/**
 * A place in a source.
 *
 * @param source a file's path as the user would write it, or a name in angle brackets such as
 *     {@code <extra vars>}
 * @param line counted from 1; 0 when unknown
 * @param column counted from 1; 0 when unknown
 */
public record Location(String source, int line, int column) {
    /** A source as a whole. */
    public static Location of(String source) {
        return new Location(source, 0, 0);
    }

    /**
     * A place so many lines and columns further; used for text that was cut out of a larger source.
     */
    public Location plus(int lines, int columns) {
        return new Location(source, line + lines, lines == 0 ? column + columns : columns + 1);
    }

    /** {@code file:line:column}, without what is unknown. */
    @Override
    public String toString() {
        if (line == 0) {
            return source;
        }
        return column == 0 ? source + ":" + line : source + ":" + line + ":" + column;
    }
}
