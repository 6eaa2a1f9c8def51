package jplay.template.scan;

import jplay.template.expr.Dialect;

/**
 * How a template is written.
 *
 * @param rawStrings whether backslashes within {@code {{ }}} stand for themselves
 * @param embedding whether strings that hold templates are rendered
 */
public record Syntax(
        Marks marks,
        boolean trimBlocks,
        boolean lstripBlocks,
        boolean keepTrailingNewline,
        String newline,
        boolean rawStrings,
        boolean embedding,
        Dialect dialect) {

    /**
     * The delimiters.
     *
     * @param lineStatement begins a line that is a statement; empty for none
     * @param lineComment begins a comment that ends with its line; empty for none
     */
    public record Marks(
            String blockStart,
            String blockEnd,
            String variableStart,
            String variableEnd,
            String commentStart,
            String commentEnd,
            String lineStatement,
            String lineComment) {
        /** Jinja's. */
        public static final Marks DEFAULT = new Marks("{%", "%}", "{{", "}}", "{#", "#}", "", "");
    }

    /** A value of a playbook. */
    public static final Syntax VALUE =
            new Syntax(Marks.DEFAULT, true, false, false, "\n", true, false, Dialect.ANSIBLE);

    /** A template file. */
    public static final Syntax FILE =
            new Syntax(Marks.DEFAULT, true, false, false, "\n", false, false, Dialect.ANSIBLE);

    /** The same with other delimiters. */
    public Syntax withMarks(Marks other) {
        return new Syntax(
                other,
                trimBlocks,
                lstripBlocks,
                keepTrailingNewline,
                newline,
                rawStrings,
                embedding,
                dialect);
    }

    /** The same with strings rendered that hold templates. */
    public Syntax withEmbedding() {
        return new Syntax(
                marks,
                trimBlocks,
                lstripBlocks,
                keepTrailingNewline,
                newline,
                rawStrings,
                true,
                dialect);
    }
}
