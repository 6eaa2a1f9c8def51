package jplay.template.ansible.filter;

import static jplay.template.filter.Filter.filter;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jplay.template.ansible.Subelements;
import jplay.template.filter.Filter;
import jplay.template.filter.FilterCall;
import jplay.template.python.Iteration;
import jplay.template.python.Keys;
import jplay.template.python.PythonError;
import jplay.template.python.PythonObject;
import jplay.template.python.Text;
import jplay.template.python.Tuple;
import jplay.template.python.Types;
import jplay.template.python.Undefined;
import org.jspecify.annotations.Nullable;

/** Ansible's filters on lists and dicts. */
final class CollectionFilters {
    static final List<Filter> TABLE =
            List.of(
                    filter("combine(default, *dicts, **kwargs)", CombineFilter::apply),
                    filter(
                            "dict2items(dict, key_name='key', value_name='value')",
                            CollectionFilters::items),
                    filter("extract(key, container, morekeys=none)", CollectionFilters::extract),
                    filter(
                            "flatten(list, levels=none, skip_nulls=true)",
                            CollectionFilters::flatten),
                    filter(
                            "items2dict(list, key_name='key', value_name='value')",
                            CollectionFilters::dict),
                    filter(
                            "rekey_on_member(data, key, duplicates='error')",
                            CollectionFilters::rekey),
                    filter(
                            "subelements(obj, subelements, skip_missing=false)",
                            call ->
                                    new Subelements(path(call), call.flag("skip_missing"))
                                            .of(call.value())));

    private CollectionFilters() {}

    private static Object items(FilterCall call) {
        var items = new ArrayList<@Nullable Object>();
        call.dict()
                .forEach((key, value) -> {
                    var item = new LinkedHashMap<@Nullable Object, @Nullable Object>();
                    item.put(call.get("key_name"), key);
                    item.put(call.get("value_name"), value);
                    items.add(item);
                });
        return items;
    }

    private static Object dict(FilterCall call) {
        if (!(call.value() instanceof List<?> list) || call.value() instanceof Tuple) {
            throw PythonError.type(
                    "items2dict requires a list, got " + Types.name(call.value()) + " instead.");
        }
        var dict = new LinkedHashMap<@Nullable Object, @Nullable Object>();
        for (var item : list) {
            if (!(item instanceof Map<?, ?> pair)) {
                throw PythonError.type(
                        "items2dict requires a list of dictionaries, got "
                                + Text.repr(list)
                                + " instead.");
            }
            Keys.put(
                    dict, member(pair, call.get("key_name")), member(pair, call.get("value_name")));
        }
        return dict;
    }

    private static @Nullable Object member(Map<?, ?> pair, @Nullable Object name) {
        var value = Keys.get(pair, name);
        if (value == PythonObject.ABSENT) {
            throw new PythonError(
                    "KeyError",
                    "items2dict requires each dictionary in the list to"
                            + " contain the key "
                            + Text.repr(name)
                            + ", got "
                            + Text.repr(pair)
                            + " instead.");
        }
        return value;
    }

    private static @Nullable Object extract(FilterCall call) {
        var more = call.get("morekeys");
        var value = call.evaluation().item(call.get("container"), call.value());
        var keys =
                more == null
                        ? List.of()
                        : Types.isSequence(more) ? Iteration.list(more) : List.of(more);
        for (var key : keys) {
            value = call.evaluation().item(value, key);
        }
        return value;
    }

    private static Object flatten(FilterCall call) {
        var flat = new ArrayList<@Nullable Object>();
        var levels = call.has("levels") ? call.integer("levels") : Integer.MAX_VALUE;
        flatten(call.list(), levels, call.flag("skip_nulls"), flat);
        return flat;
    }

    private static void flatten(
            List<?> list, int levels, boolean skipNulls, List<@Nullable Object> flat) {
        for (var item : list) {
            Undefined.refuse(item);
            if (skipNulls && isNull(item)) {
                continue;
            }
            if (item instanceof List && levels > 0) {
                flatten((List<?>) item, levels - 1, skipNulls, flat);
            } else {
                flat.add(item);
            }
        }
    }

    private static boolean isNull(@Nullable Object item) {
        return item == null || item.equals("None") || item.equals("null");
    }

    private static Object rekey(FilterCall call) {
        var duplicates = call.text("duplicates");
        if (!List.of("error", "overwrite").contains(duplicates)) {
            throw PythonError.value(
                    "duplicates parameter to rekey_on_member has unknown value '"
                            + duplicates
                            + "'");
        }
        var result = new LinkedHashMap<@Nullable Object, @Nullable Object>();
        for (var item : rekeyed(call.value())) {
            if (!(item instanceof Map<?, ?> member)) {
                throw PythonError.type("List item is not a valid dict");
            }
            var key = Keys.get(member, call.get("key"));
            if (key == PythonObject.ABSENT) {
                throw PythonError.value("Key '" + call.text("key") + "' was not found.");
            }
            if (duplicates.equals("error")
                    && Types.truth(Keys.get(result, key))
                    && Keys.get(result, key) != PythonObject.ABSENT) {
                throw PythonError.value(
                        "Key '" + Text.of(key) + "' is not unique, cannot convert to dict.");
            }
            Keys.put(result, key, member);
        }
        return result;
    }

    private static List<@Nullable Object> rekeyed(@Nullable Object data) {
        if (data instanceof Map<?, ?> dict) {
            return new ArrayList<>(dict.values());
        }
        if (data instanceof java.util.Collection<?> collection) {
            return new ArrayList<>(collection);
        }
        Undefined.refuse(data);
        throw PythonError.type("Type is not a valid list, set, or dict");
    }

    private static List<@Nullable Object> path(FilterCall call) {
        var path = call.get("subelements");
        if (path instanceof CharSequence text) {
            return new ArrayList<>(List.of(text.toString().split("\\.")));
        }
        if (Types.isList(path)) {
            return Iteration.list(path);
        }
        throw PythonError.type("subelements must be a list or a string");
    }
}
