package jplay.template.ansible.data;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jplay.template.filter.FilterCall;
import jplay.template.python.Comparison;
import jplay.template.python.Iteration;
import jplay.template.python.PythonError;
import jplay.template.python.Types;
import org.jspecify.annotations.Nullable;

/** {@code param_list_compare}: which of the things asked for are among those there are. */
final class ParameterLists {
    private static final String ALL = "all";

    private ParameterLists() {}

    static Object compare(FilterCall call) {
        var base = elements("base", call.value());
        var excluded = new ArrayList<String>();
        var wanted = new ArrayList<@Nullable Object>();
        for (var element : elements("target", call.get("target"))) {
            var text = Types.text(element, "an element of target");
            if (text.startsWith("!")) {
                excluded.add(text.substring(1));
            } else {
                wanted.add(text);
            }
        }
        var isAll = wanted.contains(ALL);
        var actionable = new ArrayList<@Nullable Object>();
        for (var element : base) {
            var asked = isAll || (wanted.contains(element) && !actionable.contains(element));
            if (asked && !(isAll && excluded.contains(element))) {
                actionable.add(element);
            }
        }
        wanted.removeIf(element -> ALL.equals(element) || Comparison.contains(base, element));
        var answer = new LinkedHashMap<@Nullable Object, @Nullable Object>();
        actionable.sort(Comparison.ORDER);
        answer.put("actionable", actionable);
        answer.put("unsupported", wanted);
        return answer;
    }

    private static List<@Nullable Object> elements(String name, @Nullable Object value) {
        if (value instanceof Map) {
            throw PythonError.type(
                    "argument '"
                            + name
                            + "' is of type dict and we were unable to convert to list");
        }
        return Iteration.list(value);
    }
}
