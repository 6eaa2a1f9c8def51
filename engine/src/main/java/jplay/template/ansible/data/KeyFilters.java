package jplay.template.ansible.data;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import jplay.template.ansible.TypedArguments;
import jplay.template.filter.FilterCall;
import jplay.template.python.Keys;
import jplay.template.python.PythonError;
import jplay.template.python.Text;
import jplay.template.python.Types;
import org.jspecify.annotations.Nullable;

/** Keeps, removes or renames keys of dicts at any depth. */
final class KeyFilters {
    private KeyFilters() {}

    private static boolean isTree(@Nullable Object value) {
        return value instanceof Map || Types.isList(value);
    }

    private static boolean isEmptyTree(@Nullable Object value) {
        return (value instanceof Map<?, ?> dict && dict.isEmpty())
                || (value instanceof Collection<?> list && list.isEmpty());
    }

    private static Object tree(FilterCall call, String filter, String operation) {
        if (call.value() == null || !isTree(call.value())) {
            throw PythonError.value(
                    "Error when using plugin '"
                            + filter
                            + "': Input is not valid for "
                            + operation);
        }
        return call.value();
    }

    private static List<Predicate<@Nullable Object>> targets(FilterCall call) {
        var match = KeyMatch.of(call);
        return new TypedArguments(call).texts("target").stream().map(match::with).toList();
    }

    /**
     * A key to keep.
     *
     * @param leaf whether it is the key of a value that is no tree; others must be equal to the
     *     name
     */
    private record Kept(String name, Predicate<@Nullable Object> leaf) {}

    static Object keep(FilterCall call) {
        var match = KeyMatch.of(call);
        var targets =
                new TypedArguments(call)
                        .texts("target").stream()
                                .map(name -> new Kept(name, match.with(name)))
                                .toList();
        return kept(tree(call, "keep_keys", "keep operation"), targets);
    }

    private static Object kept(Object tree, List<Kept> targets) {
        if (tree instanceof Map<?, ?> dict) {
            return keptOf(dict, targets);
        }
        var all = new ArrayList<@Nullable Object>();
        for (var element : (List<?>) tree) {
            all.add(element != null && isTree(element) ? kept(element, targets) : element);
        }
        return all;
    }

    private static Object keptOf(Map<?, ?> dict, List<Kept> targets) {
        var all = new LinkedHashMap<@Nullable Object, @Nullable Object>();
        dict.forEach((key, value) -> {
            for (var target : targets) {
                if (value == null || !isTree(value)) {
                    keepLeaf(all, key, value, target);
                } else if (target.name.equals(key)) {
                    all.put(key, value);
                } else {
                    keepBelow(all, key, kept(value, targets));
                }
            }
        });
        return all;
    }

    private static void keepLeaf(
            Map<@Nullable Object, @Nullable Object> all,
            @Nullable Object key,
            @Nullable Object value,
            Kept target) {
        if (target.leaf.test(key)) {
            all.put(key, value);
        }
    }

    /** What is left below a key; a list is left without its empty elements unless all are. */
    private static void keepBelow(
            Map<@Nullable Object, @Nullable Object> all, @Nullable Object key, Object left) {
        var value = left;
        if (left instanceof List<?> list) {
            var filled = new ArrayList<@Nullable Object>(list);
            filled.removeIf(KeyFilters::isEmptyTree);
            if (filled.isEmpty() && all.containsKey(key)) {
                return;
            }
            value = filled.isEmpty() ? list : filled;
        }
        if (!isEmptyTree(value)) {
            all.put(key, value);
        }
    }

    static Object remove(FilterCall call) {
        var targets = targets(call);
        return removed(tree(call, "remove_keys", "attribute removal"), targets);
    }

    private static Object removed(Object tree, List<Predicate<@Nullable Object>> targets) {
        if (tree instanceof Map<?, ?> dict) {
            var left = new LinkedHashMap<@Nullable Object, @Nullable Object>();
            dict.forEach((key, value) -> {
                if (targets.stream().noneMatch(target -> target.test(key))) {
                    left.put(key, value != null && isTree(value) ? removed(value, targets) : value);
                }
            });
            return left;
        }
        var left = new ArrayList<@Nullable Object>();
        for (var element : (List<?>) tree) {
            if (!Types.truth(element)) {
                continue;
            }
            var value = element != null && isTree(element) ? removed(element, targets) : element;
            if (!(value instanceof Map<?, ?> dict) || !dict.isEmpty()) {
                left.add(value);
            }
        }
        return left;
    }

    /** One key's new name. */
    private record Renaming(Predicate<@Nullable Object> before, @Nullable Object after) {
        static Renaming of(@Nullable Object element, KeyMatch match) {
            var told = TypedArguments.dict("target", element);
            for (var key : told.keySet()) {
                if (!List.of("before", "after").contains(Text.of(key))) {
                    throw PythonError.value(
                            "target."
                                    + Text.of(key)
                                    + ". Supported parameters include: after, before.");
                }
            }
            var before = told.get("before");
            var after = told.get("after");
            Predicate<@Nullable Object> matches =
                    before == null ? _ -> false : match.with(Text.of(before));
            return new Renaming(matches, after == null ? null : Text.of(after));
        }

        void applyTo(Map<@Nullable Object, @Nullable Object> dict) {
            for (var key : new ArrayList<@Nullable Object>(dict.keySet())) {
                if (before.test(key)) {
                    Keys.put(dict, after, dict.remove(key));
                }
            }
        }
    }

    static Object replace(FilterCall call) {
        var match = KeyMatch.of(call);
        var renamings = new ArrayList<Renaming>();
        for (var element : new TypedArguments(call).list("target")) {
            renamings.add(Renaming.of(element, match));
        }
        return replaced(tree(call, "replace_keys", "replace operation"), renamings);
    }

    private static Object replaced(Object tree, List<Renaming> renamings) {
        if (!(tree instanceof Map<?, ?> dict)) {
            var all = new ArrayList<@Nullable Object>();
            for (var element : (List<?>) tree) {
                all.add(
                        element != null && isTree(element)
                                ? replaced(element, renamings)
                                : element);
            }
            return all;
        }
        var all = new LinkedHashMap<@Nullable Object, @Nullable Object>();
        dict.forEach((key, value) ->
                all.put(key, value != null && isTree(value) ? replaced(value, renamings) : value));
        renamings.forEach(renaming -> renaming.applyTo(all));
        return all;
    }
}
