package jplay.template.lookup;

import java.util.List;
import java.util.Map;
import jplay.template.expr.Evaluation;
import jplay.template.filter.FilterCall;
import jplay.template.filter.Signature;
import jplay.template.python.Arguments;
import jplay.template.python.PythonError;
import org.jspecify.annotations.Nullable;

/**
 * A lookup with its declaration. The value of its call is the list of terms, its parameters are the
 * options.
 *
 * @param signature as {@code file(terms, lstrip=false, rstrip=true)}
 */
record Lookup(Signature signature, Body body) {
    /** What it does. */
    @FunctionalInterface
    interface Body {
        List<@Nullable Object> run(FilterCall call);
    }

    static Lookup of(String signature, Body body) {
        return new Lookup(Signature.parse(signature), body);
    }

    String name() {
        return signature.name();
    }

    List<@Nullable Object> run(
            Evaluation evaluation,
            List<@Nullable Object> terms,
            Map<String, @Nullable Object> options) {
        try {
            var bound = signature.bind(new Arguments(List.of(), options));
            return body.run(new FilterCall(evaluation, terms, signature, bound));
        } catch (PythonError e) {
            if (e.undefined().isPresent() || e.kind().startsWith("Template")) {
                throw e;
            }
            throw new PythonError(
                    "AnsibleTemplatePluginRuntimeError",
                    "The lookup plugin '" + name() + "' failed: " + e.getMessage());
        }
    }
}
