package jplay.template.scan;

/**
 * The start of a delimited part.
 *
 * @param start where the mark begins
 * @param end where what is inside begins
 * @param sign {@code -} or {@code +} behind the mark; a space when there is none
 */
record Opening(Kind kind, int start, int end, char sign) {
    /** What it opens. */
    enum Kind {
        VARIABLE,
        BLOCK,
        COMMENT,
        LINE_STATEMENT,
        LINE_COMMENT
    }
}
