package jplay.template.jinja;

import jplay.template.expr.Dialect;
import jplay.template.expr.Finished;
import jplay.template.python.Markup;
import jplay.template.python.Text;
import jplay.template.python.Undefined;
import org.jspecify.annotations.Nullable;

/**
 * Takes what a template puts out. In Ansible's dialect a single value stays what it is, None is
 * nothing, and something undefined makes the whole undefined; in plain Jinja all becomes text at
 * once.
 */
final class Sink {
    private final Dialect dialect;
    private final boolean escaping;
    private final StringBuilder text = new StringBuilder();
    private @Nullable Object only;
    private int parts;
    private @Nullable Undefined undefined;

    Sink(Dialect dialect, boolean escaping) {
        this.dialect = dialect;
        this.escaping = escaping;
    }

    /** Takes text of the template itself. */
    void text(String data) {
        put(data);
    }

    /** Takes a printed value. */
    void value(@Nullable Object value, boolean escape) {
        if (dialect == Dialect.PLAIN) {
            put(escape ? Markup.escape(value) : Text.of(value));
        } else if (value instanceof Undefined missing && !missing.isLenient()) {
            undefined = undefined == null ? missing : undefined;
        } else if (value != null) {
            put(value);
        }
    }

    private void put(Object part) {
        parts++;
        if (parts == 1) {
            only = part;
            return;
        }
        if (parts == 2) {
            append(only);
        }
        append(part);
    }

    private void append(@Nullable Object part) {
        if (part instanceof String string) {
            text.append(string);
        } else if (!(part instanceof Undefined)) {
            text.append(Finished.text(part));
        }
    }

    /** All of it: a value, or text. */
    @Nullable Object result() {
        if (undefined != null) {
            return undefined;
        }
        if (dialect == Dialect.ANSIBLE && parts < 2) {
            return only;
        }
        var result = parts == 1 ? (String) only : text.toString();
        return escaping ? new Markup(result == null ? "" : result) : result;
    }

    /** All of it as text; fails when something was undefined. */
    String asText() {
        var result = Undefined.refuse(result());
        return dialect == Dialect.ANSIBLE ? Finished.text(result) : Text.of(result);
    }
}
