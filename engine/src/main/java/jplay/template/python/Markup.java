package jplay.template.python;

import org.jspecify.annotations.Nullable;

/** Text that needs no HTML escaping any more. */
public final class Markup implements CharSequence {
    private final String text;

    public Markup(String text) {
        this.text = text;
    }

    /** Text with HTML's special characters replaced. */
    public static String escape(@Nullable Object value) {
        if (value instanceof Markup markup) {
            return markup.text;
        }
        return Text.of(value)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("'", "&#39;")
                .replace("\"", "&#34;");
    }

    /** The text of the same kind as its source: markup from markup. */
    public static Object like(@Nullable Object source, String text) {
        return source instanceof Markup ? new Markup(text) : text;
    }

    @Override
    public int length() {
        return text.length();
    }

    @Override
    public char charAt(int index) {
        return text.charAt(index);
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return text.substring(start, end);
    }

    @Override
    public String toString() {
        return text;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Markup markup && markup.text.equals(text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }
}
