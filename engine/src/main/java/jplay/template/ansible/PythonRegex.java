package jplay.template.ansible;

import java.util.EnumSet;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import jplay.template.python.PythonError;
import org.jspecify.annotations.Nullable;

/** A regular expression of Python's in a template: what is wrong with it is Python's error. */
public final class PythonRegex {
    private final jplay.value.PythonRegex regex;

    private PythonRegex(jplay.value.PythonRegex regex) {
        this.regex = regex;
    }

    /** Compiles an expression. */
    public static PythonRegex compile(String expression, boolean ignoreCase, boolean multiline) {
        var flags = EnumSet.noneOf(jplay.value.PythonRegex.Flag.class);
        if (ignoreCase) {
            flags.add(jplay.value.PythonRegex.Flag.IGNORE_CASE);
        }
        if (multiline) {
            flags.add(jplay.value.PythonRegex.Flag.MULTILINE);
        }
        return new PythonRegex(checked(() -> jplay.value.PythonRegex.compile(expression, flags)));
    }

    /** Compiles an expression that a template gives: it must be text. */
    public static PythonRegex of(
            @Nullable Object expression, boolean ignoreCase, boolean multiline) {
        if (expression instanceof CharSequence text) {
            return compile(text.toString(), ignoreCase, multiline);
        }
        throw PythonError.type("first argument must be string or compiled pattern");
    }

    /** A matcher over a text. */
    public Matcher matcher(String text) {
        return regex.matcher(text);
    }

    /** How many groups there are. */
    public int groupCount() {
        return regex.groupCount();
    }

    /** What a group matched, by number or name; empty text when it took no part. */
    public String group(Matcher match, String group) {
        return checked(() -> regex.group(match, group));
    }

    /** The text a replacement stands for at a match. */
    public String expand(Matcher match, String replacement) {
        return checked(() -> regex.expand(match, replacement));
    }

    private static <T> T checked(Supplier<T> work) {
        try {
            return work.get();
        } catch (jplay.value.PythonRegex.Mistake e) {
            throw new PythonError("error", e.getMessage());
        }
    }
}
