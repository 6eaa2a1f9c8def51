package jplay.template.ansible.general;

import static jplay.template.filter.Filter.filter;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jplay.template.filter.Filter;
import jplay.template.filter.FilterCall;
import jplay.template.method.DictMethods;
import jplay.template.python.Keys;
import jplay.template.python.PythonError;
import jplay.template.python.PythonObject;
import jplay.template.python.Text;
import jplay.template.python.Types;
import org.jspecify.annotations.Nullable;

/** Filters that make dicts. */
final class DictFilters {
    static final List<Filter> TABLE =
            List.of(
                    filter("counter(sequence)", DictFilters::counter),
                    filter("dict(sequence)", DictFilters::dict),
                    filter("dict_kv(value, key)", DictFilters::pair),
                    filter("groupby_as_dict(sequence, attribute)", DictFilters::group));

    private DictFilters() {}

    private static Map<@Nullable Object, @Nullable Object> empty() {
        return new LinkedHashMap<>();
    }

    private static Object dict(FilterCall call) {
        var dict = empty();
        DictMethods.merge(dict, call.value());
        return dict;
    }

    private static Object pair(FilterCall call) {
        var dict = empty();
        Keys.canonical(call.get("key"));
        dict.put(call.get("key"), call.value());
        return dict;
    }

    private static Object counter(FilterCall call) {
        if (!Types.isSequence(call.value()) && !(call.value() instanceof CharSequence)) {
            throw PythonError.type(
                    "Argument for community.general.counter must be a sequence (string or list). "
                            + Text.of(call.value())
                            + " is "
                            + Types.name(call.value()));
        }
        var counts = empty();
        for (var element : call.list()) {
            Keys.canonical(element);
            var before = Keys.get(counts, element);
            Keys.put(counts, element, before instanceof Long count ? count + 1 : 1L);
        }
        return counts;
    }

    private static Object group(FilterCall call) {
        if (!Types.isSequence(call.value()) && !(call.value() instanceof CharSequence)) {
            throw PythonError.type("Input is not a sequence");
        }
        var groups = empty();
        var place = 0;
        for (var element : call.list()) {
            if (!(element instanceof Map<?, ?> dict)) {
                throw PythonError.type("Sequence element #" + place + " is not a mapping");
            }
            var value = Keys.get(dict, call.get("attribute"));
            if (value == PythonObject.ABSENT) {
                throw PythonError.value(
                        "Attribute not contained in element #" + place + " of sequence");
            }
            Keys.canonical(value);
            if (Keys.get(groups, value) != PythonObject.ABSENT) {
                throw PythonError.value(
                        "Multiple sequence entries have attribute value " + Text.repr(value));
            }
            groups.put(value, element);
            place++;
        }
        return groups;
    }
}
