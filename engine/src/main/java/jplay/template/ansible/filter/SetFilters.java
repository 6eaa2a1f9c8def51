package jplay.template.ansible.filter;

import static jplay.template.filter.Filter.filter;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
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
                    filter("difference(a, b)", call -> chosen(call.value(), call.get("b"), false)),
                    filter("intersect(a, b)", SetFilters::intersect),
                    filter("symmetric_difference(a, b)", SetFilters::symmetricDifference),
                    filter("union(a, b)", SetFilters::union),
                    filter(
                            "unique(value, case_sensitive=none, attribute=none)",
                            SetFilters::unique));

    private SetFilters() {}

    private static List<@Nullable Object> distinct(Collection<?> values) {
        var seen = new Elements();
        var distinct = new ArrayList<@Nullable Object>(values);
        distinct.removeIf(value -> !seen.add(value));
        return distinct;
    }

    /** What is in the first and, as is wanted, also in the second or not. */
    private static List<@Nullable Object> chosen(
            @Nullable Object from, @Nullable Object other, boolean common) {
        var elements = distinct(Iteration.list(from));
        if (elements.isEmpty()) {
            return elements;
        }
        var contained = membership(elements, other);
        elements.removeIf(element -> contained.test(element) != common);
        return elements;
    }

    /** Sets are compared when both can be one, so that a text stands for its characters. */
    private static Predicate<@Nullable Object> membership(
            List<?> elements, @Nullable Object container) {
        if (container == null || Types.isNumber(container)) {
            throw PythonError.type(
                    "argument of type '" + Types.name(container) + "' is not iterable");
        }
        var others = Iteration.list(container);
        var sets =
                elements.stream().allMatch(Elements::isHashable)
                        && others.stream().allMatch(Elements::isHashable);
        return sets
                ? Elements.of(others)::contains
                : element -> Comparison.contains(container, element);
    }

    private static Object intersect(FilterCall call) {
        return chosen(call.value(), call.get("b"), true);
    }

    private static Object symmetricDifference(FilterCall call) {
        var result = chosen(call.value(), call.get("b"), false);
        result.addAll(chosen(call.get("b"), call.value(), false));
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
        var seen = new Elements();
        var result = new ArrayList<@Nullable Object>();
        for (var element : call.list()) {
            var key = path.in(element);
            if (call.get("attribute") != null) {
                comparable(key);
            }
            if (seen.add(key)) {
                result.add(element);
            }
        }
        return result;
    }
}
