package jplay.template.ansible.filter;

import static jplay.template.filter.Filter.filter;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import jplay.template.filter.AttributePath;
import jplay.template.filter.Filter;
import jplay.template.filter.FilterCall;
import jplay.template.python.Comparison;
import jplay.template.python.Iteration;
import jplay.template.python.PythonError;
import jplay.template.python.Types;
import jplay.template.python.Undefined;
import org.jspecify.annotations.Nullable;

/** Ansible's filters that take lists for sets; they keep the order in which elements come. */
final class SetFilters {
    static final List<Filter> TABLE =
            List.of(
                    filter("difference(a, b)", call -> difference(call.value(), call.get("b"))),
                    filter("intersect(a, b)", SetFilters::intersect),
                    filter("symmetric_difference(a, b)", SetFilters::symmetricDifference),
                    filter("union(a, b)", SetFilters::union),
                    filter(
                            "unique(value, case_sensitive=none, attribute=none)",
                            SetFilters::unique));

    private SetFilters() {}

    private static void addNew(List<@Nullable Object> list, @Nullable Object element) {
        if (!Comparison.contains(list, element)) {
            list.add(element);
        }
    }

    private static List<@Nullable Object> distinct(Collection<?> elements) {
        var distinct = new ArrayList<@Nullable Object>();
        elements.forEach(element -> addNew(distinct, element));
        return distinct;
    }

    private static List<@Nullable Object> difference(
            @Nullable Object left, @Nullable Object right) {
        var elements = distinct(Iteration.list(left));
        requireContainer(elements, right);
        elements.removeIf(element -> Comparison.contains(right, element));
        return elements;
    }

    /** Nobody looks into it when there is nothing to look for. */
    private static void requireContainer(List<?> wanted, @Nullable Object value) {
        if (wanted.isEmpty()) {
            return;
        }
        if (value == null || Types.isNumber(value)) {
            throw PythonError.type("argument of type '" + Types.name(value) + "' is not iterable");
        }
    }

    private static Object intersect(FilterCall call) {
        var elements = distinct(call.list());
        requireContainer(elements, call.get("b"));
        elements.removeIf(element -> !Comparison.contains(call.get("b"), element));
        return elements;
    }

    private static Object symmetricDifference(FilterCall call) {
        var result = difference(call.value(), call.get("b"));
        result.addAll(difference(call.get("b"), call.value()));
        return result;
    }

    private static Object union(FilterCall call) {
        var elements = call.list();
        elements.addAll(call.list("b"));
        return distinct(elements);
    }

    /** What an attribute gives must be there, and something that a set can hold. */
    private static void comparable(@Nullable Object key) {
        if (key instanceof Undefined || key instanceof Collection || key instanceof Map) {
            throw PythonError.type(
                    "Jinja2's unique filter failed and we cannot fall back to Ansible's version"
                            + " as it does not support the parameters supplied");
        }
    }

    private static Object unique(FilterCall call) {
        var path =
                AttributePath.of(call, call.get("attribute"))
                        .caseMatters(call.flag("case_sensitive"));
        var seen = new ArrayList<@Nullable Object>();
        var result = new ArrayList<@Nullable Object>();
        for (var element : call.list()) {
            var key = path.in(element);
            if (call.get("attribute") != null) {
                comparable(key);
            }
            if (!Comparison.contains(seen, key)) {
                seen.add(key);
                result.add(element);
            }
        }
        return result;
    }
}
