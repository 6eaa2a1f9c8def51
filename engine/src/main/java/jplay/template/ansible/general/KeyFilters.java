package jplay.template.ansible.general;

import static jplay.template.filter.Filter.filter;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import jplay.template.ansible.PythonRegex;
import jplay.template.filter.Filter;
import jplay.template.filter.FilterCall;
import jplay.template.python.Iteration;
import jplay.template.python.PythonError;
import jplay.template.python.Text;
import jplay.template.python.Types;
import org.jspecify.annotations.Nullable;

/** Filters that choose or rename the keys of all dicts of a list. */
final class KeyFilters {
    static final List<Filter> TABLE =
            List.of(
                    filter(
                            "keep_keys(data, target=none, matching_parameter='equal')",
                            call -> selected(call, true)),
                    filter(
                            "remove_keys(data, target=none, matching_parameter='equal')",
                            call -> selected(call, false)),
                    filter(
                            "replace_keys(data, target=none, matching_parameter='equal')",
                            KeyFilters::replaced));

    private static final List<String> WAYS = List.of("equal", "starts_with", "ends_with", "regex");

    private KeyFilters() {}

    private static List<Map<?, ?>> dicts(FilterCall call) {
        if (!Types.isSequence(call.value()) && !(call.value() instanceof CharSequence)) {
            throw PythonError.type(
                    "First argument must be a list. "
                            + Text.of(call.value())
                            + " is "
                            + Types.name(call.value()));
        }
        var dicts = new ArrayList<Map<?, ?>>();
        for (var item : call.list()) {
            if (!(item instanceof Map<?, ?> dict)) {
                throw PythonError.type(
                        "The data items must be dictionaries. "
                                + Text.of(item)
                                + " is "
                                + Types.name(item));
            }
            if (!dict.keySet().stream().allMatch(CharSequence.class::isInstance)) {
                throw PythonError.type(
                        "Top level keys must be strings. keys: "
                                + Text.of(new ArrayList<@Nullable Object>(dict.keySet())));
            }
            dicts.add(dict);
        }
        return dicts;
    }

    private static String way(FilterCall call) {
        var way = call.text("matching_parameter");
        if (!WAYS.contains(way)) {
            throw PythonError.value(
                    "matching_parameter must be one of "
                            + Text.of(WAYS)
                            + ". matching_parameter="
                            + way);
        }
        return way;
    }

    private static Predicate<String> matches(String way, String wanted) {
        return switch (way) {
            case "starts_with" -> key -> key.startsWith(wanted);
            case "ends_with" -> key -> key.endsWith(wanted);
            case "regex" -> {
                var regex = PythonRegex.compile(wanted, false, false);
                yield key -> regex.matcher(key).lookingAt();
            }
            default -> wanted::equals;
        };
    }

    private static Object selected(FilterCall call, boolean keep) {
        var dicts = dicts(call);
        var way = way(call);
        var wanted = targets(call);
        if (way.equals("regex") && wanted.size() > 1) {
            throw PythonError.value(
                    "Single item is required in the target list if matching_parameter=regex.");
        }
        var matchers = wanted.stream().map(each -> matches(way, each)).toList();
        var result = new ArrayList<@Nullable Object>();
        for (var dict : dicts) {
            var chosen = new LinkedHashMap<@Nullable Object, @Nullable Object>();
            dict.forEach((key, value) -> {
                var hit = matchers.stream().anyMatch(matcher -> matcher.test(Text.of(key)));
                if (hit == keep) {
                    chosen.put(key, value);
                }
            });
            result.add(chosen);
        }
        return result;
    }

    private static List<String> targets(FilterCall call) {
        var target = call.get("target");
        if (!(target instanceof CharSequence) && !Types.isSequence(target)) {
            throw PythonError.type(
                    "The target must be a string or a list. target is " + Types.name(target) + ".");
        }
        var items = target instanceof CharSequence ? List.of(target) : Iteration.list(target);
        if (items.isEmpty()) {
            throw PythonError.value("The target can't be empty.");
        }
        return items.stream().map(KeyFilters::text).toList();
    }

    private static String text(@Nullable Object item) {
        if (item instanceof CharSequence text) {
            return text.toString();
        }
        throw PythonError.type(
                "The target items must be strings. " + Text.of(item) + " is " + Types.name(item));
    }

    /** What a key becomes. */
    private record Renaming(Predicate<String> matches, @Nullable Object name) {}

    private static Object replaced(FilterCall call) {
        var dicts = dicts(call);
        var renamings = renamings(call, way(call));
        var result = new ArrayList<@Nullable Object>();
        for (var dict : dicts) {
            var renamed = new LinkedHashMap<@Nullable Object, @Nullable Object>();
            dict.forEach((key, value) ->
                    renamed.put(
                            renamings.stream()
                                    .filter(each -> each.matches.test(Text.of(key)))
                                    .findFirst()
                                    .map(Renaming::name)
                                    .orElse(key),
                            value));
            result.add(renamed);
        }
        return result;
    }

    private static List<Renaming> renamings(FilterCall call, String way) {
        if (!Types.isSequence(call.get("target"))) {
            throw PythonError.type(
                    "The target must be a list. target is " + Types.name(call.get("target")) + ".");
        }
        var renamings = new ArrayList<Renaming>();
        for (var item : call.list("target")) {
            if (!(item instanceof Map<?, ?> dict)) {
                throw PythonError.type(
                        "The target items must be dictionaries. "
                                + Text.of(item)
                                + " is "
                                + Types.name(item));
            }
            renamings.add(renaming(dict, way));
        }
        if (renamings.isEmpty()) {
            throw PythonError.value("The target can't be empty.");
        }
        return renamings;
    }

    private static Renaming renaming(Map<?, ?> dict, String way) {
        if (!dict.containsKey("before") || !dict.containsKey("after")) {
            throw PythonError.value(
                    "All dictionaries in target must include attributes: after, before.");
        }
        return new Renaming(matches(way, text(dict.get("before"))), dict.get("after"));
    }
}
