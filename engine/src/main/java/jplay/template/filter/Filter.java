package jplay.template.filter;

import jplay.template.expr.Dialect;
import jplay.template.expr.Evaluation;
import jplay.template.expr.Plugin;
import jplay.template.python.Arguments;
import jplay.template.python.PythonError;
import org.jspecify.annotations.Nullable;

/**
 * A filter or test with its declaration.
 *
 * @param kind {@code filter} or {@code test}
 * @param acceptsUndefined whether it wants undefined values as they are
 */
public record Filter(String kind, Signature signature, Body body, boolean acceptsUndefined)
        implements Plugin {
    private static final String FAILED = "AnsibleTemplatePluginRuntimeError";

    /** What it does. */
    @FunctionalInterface
    public interface Body {
        @Nullable Object apply(FilterCall call);
    }

    /** A filter. */
    public static Filter filter(String signature, Body body) {
        return new Filter("filter", Signature.parse(signature), body, false);
    }

    /** A test. */
    public static Filter test(String signature, Body body) {
        return new Filter("test", Signature.parse(signature), body, false);
    }

    /** The same for one that wants undefined values as they are. */
    public Filter acceptingUndefined() {
        return new Filter(kind, signature, body, true);
    }

    /** The same under another name. */
    public Filter named(String name) {
        return new Filter(
                kind,
                new Signature(name, signature.parameters(), signature.rest(), signature.named()),
                body,
                acceptsUndefined);
    }

    /** The name. */
    public String name() {
        return signature.name();
    }

    @Override
    public @Nullable Object apply(
            Evaluation evaluation, @Nullable Object value, Arguments arguments) {
        try {
            return body.apply(
                    new FilterCall(evaluation, value, signature, signature.bind(arguments)));
        } catch (PythonError e) {
            var told = e.undefined().isPresent() || e.kind().equals(FAILED);
            if (told || evaluation.dialect() == Dialect.PLAIN) {
                throw e;
            }
            throw new PythonError(
                    FAILED,
                    "The " + kind + " plugin '" + fullName() + "' failed: " + e.getMessage());
        }
    }

    private String fullName() {
        return name().contains(".") ? name() : "ansible.builtin." + name();
    }
}
