package jplay.template.expr;

import org.jspecify.annotations.Nullable;

/**
 * A token of a template.
 *
 * @param text as written, or for a name or operator its spelling
 * @param value of a literal; null otherwise
 * @param line from 1
 * @param column from 1
 */
public record Token(Kind kind, String text, @Nullable Object value, int line, int column) {
    /** What a token is. */
    public enum Kind {
        DATA("template data / text"),
        VARIABLE_BEGIN("begin of print statement"),
        VARIABLE_END("end of print statement"),
        BLOCK_BEGIN("begin of statement block"),
        BLOCK_END("end of statement block"),
        NAME("name"),
        STRING("string"),
        INTEGER("integer"),
        FLOAT("float"),
        OPERATOR("operator"),
        END("end of template");

        private final String description;

        Kind(String description) {
            this.description = description;
        }

        /** As error messages call it. */
        public String description() {
            return description;
        }
    }

    /** Whether it is of a kind. */
    public boolean is(Kind wanted) {
        return kind == wanted;
    }

    /** Whether it is an operator. */
    public boolean isOperator(String spelling) {
        return kind == Kind.OPERATOR && text.equals(spelling);
    }

    /** Whether it is a name. */
    public boolean isName(String spelling) {
        return kind == Kind.NAME && text.equals(spelling);
    }

    /** As error messages call it. */
    public String description() {
        return kind == Kind.OPERATOR || kind == Kind.NAME ? text : kind.description();
    }
}
