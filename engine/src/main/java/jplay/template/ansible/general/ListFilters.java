package jplay.template.ansible.general;

import static jplay.template.filter.Filter.filter;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
import jplay.template.ansible.filter.CombineFilter;
import jplay.template.ansible.test.VersionTest;
import jplay.template.filter.Filter;
import jplay.template.filter.FilterCall;
import jplay.template.python.Arithmetic;
import jplay.template.python.Comparison;
import jplay.template.python.Iteration;
import jplay.template.python.Keys;
import jplay.template.python.PythonError;
import jplay.template.python.PythonObject;
import jplay.template.python.Text;
import jplay.template.python.Types;
import org.jspecify.annotations.Nullable;

/** Filters over several lists, and over neighbours in one. */
final class ListFilters {
    static final List<Filter> TABLE =
            List.of(
                    filter("accumulate(sequence)", ListFilters::accumulate),
                    filter(
                            "lists_difference(a, *args, **kwargs)",
                            call -> sets(call, ListFilters::difference)),
                    filter(
                            "lists_intersect(a, *args, **kwargs)",
                            call -> sets(call, ListFilters::intersect)),
                    filter("lists_mergeby(a, *args, **kwargs)", ListFilters::mergeBy),
                    filter(
                            "lists_symmetric_difference(a, *args, **kwargs)",
                            call -> sets(call, ListFilters::symmetricDifference)),
                    filter(
                            "lists_union(a, *args, **kwargs)",
                            call -> sets(call, ListFilters::union)),
                    filter("version_sort(value, reverse=false)", ListFilters::versionSort));

    private ListFilters() {}

    private static Object accumulate(FilterCall call) {
        if (!Types.isSequence(call.value()) && !(call.value() instanceof CharSequence)) {
            throw PythonError.type(
                    "Invalid value type ("
                            + Types.name(call.value())
                            + ") for accumulate ("
                            + Text.repr(call.value())
                            + ")");
        }
        var sums = new ArrayList<@Nullable Object>();
        for (var element : call.list()) {
            sums.add(sums.isEmpty() ? element : Arithmetic.add(sums.getLast(), element));
        }
        return sums;
    }

    private static Object versionSort(FilterCall call) {
        var versions = new ArrayList<String>();
        call.list().forEach(version -> versions.add(Types.text(version, "a version")));
        versions.sort(VersionTest.ANY);
        if (call.flag("reverse")) {
            Collections.reverse(versions);
        }
        return versions;
    }

    private static @Nullable Object sets(FilterCall call, BinaryOperator<List<?>> operation) {
        var named = new LinkedHashMap<>(call.named());
        var flatten = Types.truth(named.remove("flatten"));
        if (!named.isEmpty()) {
            throw PythonError.type(
                    "got unexpected keywords arguments: " + String.join(", ", named.keySet()));
        }
        var all = new ArrayList<@Nullable Object>();
        all.add(call.value());
        all.addAll(call.rest());
        var given = flatten ? opened(all) : all;
        if (given.size() < 2) {
            return given.isEmpty() ? new ArrayList<>() : given.getFirst();
        }
        if (given.getFirst() instanceof Map) {
            throw PythonError.type("unsupported operand type(s) for +: 'dict' and 'list'");
        }
        List<?> result = Iteration.list(given.getFirst());
        for (var other : given.subList(1, given.size())) {
            result = operation.apply(result, Iteration.list(other));
        }
        return result;
    }

    /** Lists of lists give way to what is in them. */
    private static List<@Nullable Object> opened(List<@Nullable Object> lists) {
        var opened = new ArrayList<@Nullable Object>();
        for (var list : lists) {
            if (Types.isSequence(list)
                    && Iteration.list(list).stream().anyMatch(Types::isSequence)) {
                opened.addAll(Iteration.list(list));
            } else {
                opened.add(list);
            }
        }
        return opened;
    }

    private static List<?> distinct(List<?> list) {
        var distinct = new ArrayList<@Nullable Object>();
        for (var element : list) {
            if (!Comparison.contains(distinct, element)) {
                distinct.add(element);
            }
        }
        return distinct;
    }

    private static List<?> union(List<?> one, List<?> other) {
        var all = new ArrayList<@Nullable Object>(one);
        all.addAll(other);
        return distinct(all);
    }

    private static List<?> difference(List<?> one, List<?> other) {
        var rest = new ArrayList<@Nullable Object>(distinct(one));
        rest.removeIf(element -> Comparison.contains(other, element));
        return rest;
    }

    private static List<?> intersect(List<?> one, List<?> other) {
        var common = new ArrayList<@Nullable Object>(distinct(one));
        common.removeIf(element -> !Comparison.contains(other, element));
        return common;
    }

    private static List<?> symmetricDifference(List<?> one, List<?> other) {
        return union(difference(one, other), difference(other, one));
    }

    private static @Nullable Object mergeBy(FilterCall call) {
        var combine = CombineFilter.of(call);
        if (call.rest().isEmpty()) {
            throw PythonError.type("At least one list and index are needed.");
        }
        var given = new ArrayList<@Nullable Object>();
        given.add(call.value());
        given.addAll(call.rest().subList(0, call.rest().size() - 1));
        var lists = opened(given);
        if (given.stream().filter(Types::truth).count() < 2 && lists.size() == given.size()) {
            return lists.stream().filter(Types::truth).findFirst().orElse(new ArrayList<>());
        }
        if (lists.size() == 1) {
            return lists.getFirst();
        }
        var index = call.rest().getLast();
        if (!(index instanceof CharSequence)) {
            throw PythonError.type(
                    "First argument after the lists for community.general.lists_mergeby must be string. "
                            + Text.of(index)
                            + " is "
                            + Types.name(index));
        }
        return merged(lists, index, combine);
    }

    private static Object merged(
            List<@Nullable Object> lists, Object index, CombineFilter combine) {
        var byIndex = new LinkedHashMap<@Nullable Object, @Nullable Object>();
        for (var list : lists) {
            elements(list).stream()
                    .filter(element -> Keys.get(element, index) != PythonObject.ABSENT)
                    .forEach(element -> put(byIndex, Keys.get(element, index), element, combine));
        }
        var keys = new ArrayList<@Nullable Object>(byIndex.keySet());
        keys.sort(Comparison.ORDER);
        var sorted = new ArrayList<@Nullable Object>();
        keys.forEach(key -> sorted.add(Keys.get(byIndex, key)));
        return sorted;
    }

    private static void put(
            Map<@Nullable Object, @Nullable Object> byIndex,
            @Nullable Object key,
            Map<?, ?> element,
            CombineFilter combine) {
        var under = Keys.get(byIndex, key) instanceof Map<?, ?> known ? known : Map.of();
        Keys.put(byIndex, key, combine.merge(under, element));
    }

    private static List<Map<?, ?>> elements(@Nullable Object list) {
        if (!Types.isSequence(list)) {
            throw PythonError.type(
                    "All arguments before the argument index for community.general.lists_mergeby"
                            + " must be lists. "
                            + Text.of(list)
                            + " is "
                            + Types.name(list));
        }
        var elements = new ArrayList<Map<?, ?>>();
        for (var element : Iteration.list(list)) {
            if (!(element instanceof Map<?, ?> dict)) {
                throw PythonError.type(
                        "Elements of list arguments for lists_mergeby must be dictionaries. "
                                + Text.of(element)
                                + " is "
                                + Types.name(element));
            }
            elements.add(dict);
        }
        return elements;
    }
}
