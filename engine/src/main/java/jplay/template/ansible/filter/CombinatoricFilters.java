package jplay.template.ansible.filter;

import static jplay.template.filter.Filter.filter;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import jplay.template.ansible.PythonRandom;
import jplay.template.filter.Filter;
import jplay.template.filter.FilterCall;
import jplay.template.python.Iteration;
import jplay.template.python.Numbers;
import jplay.template.python.PythonError;
import jplay.template.python.Tuple;
import jplay.template.python.Types;
import jplay.template.python.Undefined;
import org.jspecify.annotations.Nullable;

/** Ansible's filters that put elements together in many ways, or in a random one. */
final class CombinatoricFilters {
    static final List<Filter> TABLE =
            List.of(
                    filter("combinations(iterable, r)", CombinatoricFilters::combinations),
                    filter("permutations(iterable, r=none)", CombinatoricFilters::permutations),
                    filter("product(iterable, *iterables, **kwargs)", CombinatoricFilters::product),
                    filter(
                            "random(end, start=none, step=none, seed=none)",
                            CombinatoricFilters::random),
                    filter("shuffle(list, seed=none)", CombinatoricFilters::shuffle),
                    filter("zip(iterable, *iterables, **kwargs)", CombinatoricFilters::zip),
                    filter(
                            "zip_longest(iterable, *iterables, **kwargs)",
                            CombinatoricFilters::zipLongest));

    private CombinatoricFilters() {}

    private static int size(FilterCall call, int orElse) {
        var size = call.has("r") ? call.integer("r") : orElse;
        if (size < 0) {
            throw PythonError.value("r must be non-negative");
        }
        return size;
    }

    private static Object combinations(FilterCall call) {
        var size = size(call, 0);
        Numbers.index(call.get("r"));
        var found = new ArrayList<@Nullable Object>();
        combine(call.list(), size, List.of(), found);
        return found;
    }

    private static void combine(
            List<@Nullable Object> from,
            int left,
            List<@Nullable Object> chosen,
            List<@Nullable Object> found) {
        if (left == 0) {
            found.add(Tuple.from(chosen));
            return;
        }
        for (var i = 0; i <= from.size() - left; i++) {
            combine(from.subList(i + 1, from.size()), left - 1, with(chosen, from.get(i)), found);
        }
    }

    private static Object permutations(FilterCall call) {
        var elements = call.list();
        var found = new ArrayList<@Nullable Object>();
        permute(elements, size(call, elements.size()), new ArrayList<>(), found);
        return found;
    }

    private static void permute(
            List<?> from, int left, List<Integer> chosen, List<@Nullable Object> found) {
        if (left == 0) {
            var values = new ArrayList<@Nullable Object>();
            chosen.forEach(index -> values.add(from.get(index)));
            found.add(Tuple.from(values));
            return;
        }
        for (var i = 0; i < from.size(); i++) {
            if (!chosen.contains(i)) {
                chosen.add(i);
                permute(from, left - 1, chosen, found);
                chosen.removeLast();
            }
        }
    }

    private static List<List<@Nullable Object>> all(FilterCall call) {
        var all = new ArrayList<List<@Nullable Object>>();
        all.add(call.list());
        call.rest().forEach(more -> all.add(Iteration.list(more)));
        return all;
    }

    private static void refuse(Map<String, @Nullable Object> named, String function) {
        if (!named.isEmpty()) {
            throw PythonError.type(
                    "'"
                            + named.keySet().iterator().next()
                            + "' is an invalid keyword argument for "
                            + function
                            + "()");
        }
    }

    private static Object product(FilterCall call) {
        var named = new java.util.HashMap<>(call.named());
        var repeat = named.containsKey("repeat") ? Numbers.index(named.remove("repeat")) : 1;
        refuse(named, "product");
        var lists = new ArrayList<List<@Nullable Object>>();
        for (var i = 0; i < repeat; i++) {
            lists.addAll(all(call));
        }
        return product(lists);
    }

    /** Every way to take one element of each list. */
    static List<@Nullable Object> product(List<List<@Nullable Object>> lists) {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        rows.add(List.of());
        for (var list : lists) {
            var longer = new ArrayList<List<@Nullable Object>>();
            for (var row : rows) {
                list.forEach(element -> longer.add(with(row, element)));
            }
            rows = longer;
        }
        return new ArrayList<>(rows.stream().map(Tuple::from).toList());
    }

    private static List<@Nullable Object> with(
            List<@Nullable Object> row, @Nullable Object element) {
        var longer = new ArrayList<>(row);
        longer.add(element);
        return longer;
    }

    private static Object zip(FilterCall call) {
        var named = new java.util.HashMap<>(call.named());
        var strict = Types.truth(named.remove("strict"));
        refuse(named, "zip");
        var lists = all(call);
        var shortest = lists.stream().mapToInt(List::size).min().orElse(0);
        if (strict && lists.stream().anyMatch(list -> list.size() != shortest)) {
            throw PythonError.value("zip() arguments have different lengths");
        }
        return rows(lists, shortest, null);
    }

    private static Object zipLongest(FilterCall call) {
        var named = new java.util.HashMap<>(call.named());
        var fill = named.remove("fillvalue");
        refuse(named, "zip_longest");
        var lists = all(call);
        return rows(lists, lists.stream().mapToInt(List::size).max().orElse(0), fill);
    }

    /** The first elements together, the second together, and so on. */
    static List<@Nullable Object> rows(
            List<List<@Nullable Object>> lists, int count, @Nullable Object fill) {
        var rows = new ArrayList<@Nullable Object>();
        for (var i = 0; i < count; i++) {
            var index = i;
            var row = new ArrayList<@Nullable Object>();
            lists.forEach(list -> row.add(index < list.size() ? list.get(index) : fill));
            rows.add(Tuple.from(row));
        }
        return rows;
    }

    private static @Nullable Object random(FilterCall call) {
        var random = PythonRandom.of(call.get("seed"));
        if (Types.isIntegral(call.value())) {
            var start = call.has("start") ? call.integer("start") : 0;
            var step = call.has("step") ? call.integer("step") : 1;
            var count = Math.ceilDiv(Numbers.index(call.value()) - start, step == 0 ? 1 : step);
            if (count <= 0 || step == 0) {
                throw PythonError.value("empty range for randrange()");
            }
            return (long) start + (long) step * random.below(count);
        }
        Undefined.refuse(call.value());
        if (call.has("start") || call.has("step")) {
            throw PythonError.type("start and step can only be used with integer values");
        }
        if (call.value() == null || Types.isNumber(call.value())) {
            throw PythonError.type("random can only be used on sequences and integers");
        }
        if (call.value() instanceof Map) {
            throw new PythonError("KeyError", "0");
        }
        var elements = call.list();
        if (elements.isEmpty()) {
            throw new PythonError("IndexError", "Cannot choose from an empty sequence");
        }
        return elements.get(random.below(elements.size()));
    }

    private static @Nullable Object shuffle(FilterCall call) {
        if (call.value() == null || Types.isNumber(call.value())) {
            return call.value();
        }
        var elements = call.list();
        PythonRandom.of(call.get("seed")).shuffle(elements);
        return elements;
    }
}
