package jplay.template;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jplay.diagnostic.Location;
import jplay.value.Omit;
import jplay.value.TemplateString;
import org.jspecify.annotations.Nullable;

/**
 * Renders what playbooks, roles and inventories hold. Thread-safe; parsed templates are kept by
 * their text.
 *
 * <p>Rules: ansible-core 2.19 (native types, chained undefined, lazily rendered variables, trust).
 * All methods throw {@link TemplateException} with the place of the guilty text.
 */
public interface Templar {
    /**
     * The value with every {@link TemplateString} in it rendered, at any depth; the result holds
     * data only.
     */
    @Nullable Object render(@Nullable Object value, Scope scope);

    /**
     * Whether a condition holds: a boolean, the text of an expression, or a list of which all must
     * hold.
     *
     * @param condition as written under {@code when} and its like
     * @param origin where it stands, used for plain texts
     */
    boolean condition(@Nullable Object condition, Location origin, Scope scope);

    /** The value of a bare expression such as {@code groups['etcd'] | first}. */
    @Nullable Object expression(String expression, Location origin, Scope scope);

    /** The text a template file gives: null as nothing, anything else as Python prints it. */
    String renderFile(TemplateString template, FileOptions options, Scope scope);

    /**
     * What a lookup answers, for loops that name one ({@code with_fileglob}).
     *
     * @param terms the loop's value when it is a list, else a list of only it; rendered
     * @param options by name; none for loops
     */
    List<@Nullable Object> lookup(
            String name,
            List<? extends @Nullable Object> terms,
            Map<String, @Nullable Object> options,
            Scope scope);

    /** A map with its keys rendered too, as {@code set_fact} wants it. */
    default Map<@Nullable Object, @Nullable Object> renderKeys(Map<?, ?> map, Scope scope) {
        var rendered = new LinkedHashMap<@Nullable Object, @Nullable Object>();
        map.forEach((key, value) -> {
            var item = render(value, scope);
            if (item != Omit.OMIT) {
                rendered.put(render(key, scope), item);
            }
        });
        return rendered;
    }

    /**
     * The options of a template file; a {@code #jinja2:} header wins over them.
     *
     * @param newline what ends a line of the result
     */
    record FileOptions(
            boolean trimBlocks,
            boolean lstripBlocks,
            boolean keepTrailingNewline,
            String newline,
            Delimiters delimiters) {
        /** Ansible's: newlines at the end of a template's text are kept all the same. */
        public static final FileOptions DEFAULT =
                new FileOptions(true, false, false, "\n", Delimiters.DEFAULT);
    }

    /** The marks of a template language. */
    record Delimiters(
            String blockStart,
            String blockEnd,
            String variableStart,
            String variableEnd,
            String commentStart,
            String commentEnd) {
        /** Jinja's. */
        public static final Delimiters DEFAULT = new Delimiters("{%", "%}", "{{", "}}", "{#", "#}");
    }
}
