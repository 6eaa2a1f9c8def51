package jplay.template.lookup;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jplay.template.filter.FilterCall;
import jplay.template.python.Arguments;
import jplay.template.python.PythonError;
import jplay.template.python.Types;
import jplay.template.python.Undefined;
import org.jspecify.annotations.Nullable;

/** Filters of {@code ansible.utils} that are lookups too: the first term is the value. */
final class UtilsLookups {
    private static final String COLLECTION = "ansible.utils.";

    static final List<Lookup> TABLE =
            List.of(
                    of("get_path", "var"),
                    of("index_of", "data"),
                    of("to_paths", "var"),
                    validate());

    private UtilsLookups() {}

    private static Lookup of(String name, String value) {
        return Lookup.of(
                COLLECTION + name + "(terms, **kwargs)", call -> filtered(call, name, value));
    }

    private static Lookup validate() {
        return Lookup.of(
                COLLECTION + "validate(terms, **kwargs)",
                call -> {
                    if (call.list().size() < 2) {
                        throw PythonError.value("missing either 'data' or 'criteria' value");
                    }
                    return filtered(call, "validate", "data");
                });
    }

    private static List<@Nullable Object> filtered(FilterCall call, String name, String value) {
        var terms = call.list();
        var options = new LinkedHashMap<String, @Nullable Object>(call.named());
        if (terms.isEmpty() && !options.containsKey(value)) {
            throw PythonError.type("missing required arguments: " + value);
        }
        var input = terms.isEmpty() ? options.remove(value) : terms.removeFirst();
        variables(call, name, options);
        var filter = call.evaluation().catalog().filter(COLLECTION + name).orElseThrow();
        var answer =
                Undefined.refuse(
                        filter.apply(call.evaluation(), input, new Arguments(terms, options)));
        if (Types.isList(answer) && !name.endsWith("path")) {
            return new ArrayList<@Nullable Object>((List<?>) answer);
        }
        var one = new ArrayList<@Nullable Object>();
        one.add(answer);
        return one;
    }

    /** Options of an engine may be variables. */
    private static void variables(
            FilterCall call, String name, Map<String, @Nullable Object> options) {
        if (!name.equals("validate")) {
            return;
        }
        for (var option : List.of("draft", "check_format")) {
            var variable = call.evaluation().variable("ansible_validate_jsonschema_" + option);
            if (!(variable instanceof Undefined)) {
                options.putIfAbsent(option, variable);
            }
        }
    }
}
