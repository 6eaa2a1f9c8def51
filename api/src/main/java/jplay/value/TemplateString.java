package jplay.value;

import jplay.diagnostic.Location;

/**
 * A text that its author meant to be rendered: the only kind of value that ever is.
 *
 * <p>It is made where a playbook, a role, a variables file, an inventory or the command line is
 * read, and only when the text holds a Jinja delimiter or a {@code #jinja2:} header. What comes
 * from a host, a lookup or a file is a plain {@link String}, so it cannot be taken for a template.
 *
 * @param text the source text, whole
 * @param origin where the value begins
 * @param layout how the text lies there
 */
public record TemplateString(String text, Location origin, Layout layout) {
    /** A text that begins where the value does. */
    public TemplateString(String text, Location origin) {
        this(text, origin, Layout.PLAIN);
    }

    /** The text as a value: a template when it holds anything to render, else a plain string. */
    public static Object of(String text, Location origin) {
        return of(text, origin, Layout.PLAIN);
    }

    /** The same for a text that may be quoted or a block. */
    public static Object of(String text, Location origin, Layout layout) {
        return isTemplate(text) ? new TemplateString(text, origin, layout) : text;
    }

    /** A place in the text, both counted from 1. */
    public Location place(int line, int column) {
        return layout.place(origin, line, column);
    }

    /** Whether there is anything to render in a text of a trusted author. */
    public static boolean isTemplate(String text) {
        return text.contains("{{")
                || text.contains("{%")
                || text.contains("{#")
                || text.startsWith("#jinja2:");
    }

    @Override
    public String toString() {
        return text;
    }
}
