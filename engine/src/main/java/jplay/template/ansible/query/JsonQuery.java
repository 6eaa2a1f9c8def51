package jplay.template.ansible.query;

import io.burt.jmespath.JmesPathException;
import jplay.template.filter.FilterCall;
import jplay.template.python.PythonError;
import jplay.template.python.Text;
import jplay.template.python.Types;
import org.jspecify.annotations.Nullable;

/** {@code json_query}: a JMESPath expression applied to a value. */
public final class JsonQuery {
    private static final ValueRuntime RUNTIME = new ValueRuntime();

    private JsonQuery() {}

    /** The answer to a query; None when it finds nothing. */
    public static @Nullable Object apply(FilterCall call) {
        var expression = Types.text(call.get("expr"), "the JMESPath expression");
        try {
            return RUNTIME.compile(RawLiterals.quoted(expression)).search(call.value());
        } catch (JmesPathException e) {
            throw PythonError.value(
                    "Error in jmespath.search in json_query filter plugin: "
                            + e.getMessage()
                            + " in "
                            + Text.repr(expression));
        }
    }
}
