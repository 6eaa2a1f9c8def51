package jplay.template.ansible.general;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jplay.template.python.Comparison;
import jplay.template.python.PythonError;
import jplay.template.python.Text;
import org.jspecify.annotations.Nullable;

/** A document that operations of RFC 6902 change; the given one stays as it is. */
final class JsonPatch {
    private @Nullable Object document;

    JsonPatch(@Nullable Object document) {
        this.document = copy(document);
    }

    @Nullable Object document() {
        return document;
    }

    private static @Nullable Object copy(@Nullable Object value) {
        return switch (value) {
            case Map<?, ?> dict -> {
                var copy = new LinkedHashMap<@Nullable Object, @Nullable Object>();
                dict.forEach((key, item) -> copy.put(Text.of(key), copy(item)));
                yield copy;
            }
            case List<?> list -> {
                var copy = new ArrayList<@Nullable Object>();
                list.forEach(item -> copy.add(copy(item)));
                yield copy;
            }
            case null, default -> value;
        };
    }

    private static PythonError failed(String why) {
        return PythonError.value("patch failed: " + why);
    }

    /** Carries out one operation; false when it is a test that does not hold. */
    boolean apply(Map<?, ?> operation) {
        var path = steps(Text.of(operation.get("path")));
        var value = copy(operation.get("value"));
        switch (Text.of(operation.get("op"))) {
            case "add" -> add(path, value);
            case "remove" -> remove(path);
            case "replace" -> replace(path, value);
            case "copy" -> add(path, copy(find(steps(Text.of(operation.get("from"))))));
            case "move" -> move(steps(Text.of(operation.get("from"))), path);
            default -> {
                return holds(path, value);
            }
        }
        return true;
    }

    private static List<String> steps(String pointer) {
        if (pointer.isEmpty()) {
            return List.of();
        }
        if (!pointer.startsWith("/")) {
            throw failed("Location must start with /");
        }
        return Arrays.stream(pointer.substring(1).split("/", -1))
                .map(step -> step.replace("~1", "/").replace("~0", "~"))
                .toList();
    }

    private @Nullable Object find(List<String> path) {
        var found = document;
        for (var step : path) {
            found = child(found, step);
        }
        return found;
    }

    private static @Nullable Object child(@Nullable Object parent, String step) {
        if (parent instanceof Map<?, ?> dict && dict.containsKey(step)) {
            return dict.get(step);
        }
        if (parent instanceof List<?> list) {
            var index = index(step);
            if (index < list.size()) {
                return list.get(index);
            }
        }
        throw failed("member '" + step + "' not found in " + Text.repr(parent));
    }

    private static int index(String step) {
        if (!step.matches("0|[1-9]\\d{0,8}")) {
            throw failed("'" + step + "' is not a valid sequence index");
        }
        return Integer.parseInt(step);
    }

    @SuppressWarnings("unchecked") // all lists are copies that were made here
    private static List<@Nullable Object> list(List<?> list) {
        return (List<@Nullable Object>) list;
    }

    @SuppressWarnings("unchecked") // all dicts are copies that were made here
    private static Map<@Nullable Object, @Nullable Object> dict(Map<?, ?> dict) {
        return (Map<@Nullable Object, @Nullable Object>) dict;
    }

    private @Nullable Object parent(List<String> path) {
        return find(path.subList(0, path.size() - 1));
    }

    private void add(List<String> path, @Nullable Object value) {
        if (path.isEmpty()) {
            document = value;
            return;
        }
        var last = path.getLast();
        switch (parent(path)) {
            case List<?> list -> {
                var index = last.equals("-") ? list.size() : index(last);
                if (index > list.size()) {
                    throw failed("can't insert outside of list");
                }
                list(list).add(index, value);
            }
            case Map<?, ?> dict -> dict(dict).put(last, value);
            case null, default -> throw failed("unable to fully resolve the path");
        }
    }

    private void remove(List<String> path) {
        if (path.isEmpty()) {
            throw failed("can't remove the whole document");
        }
        find(path);
        switch (parent(path)) {
            case List<?> list -> list(list).remove(index(path.getLast()));
            case Map<?, ?> dict -> dict(dict).remove(path.getLast());
            case null, default -> throw failed("can't remove '" + path.getLast() + "'");
        }
    }

    private void replace(List<String> path, @Nullable Object value) {
        if (path.isEmpty()) {
            document = value;
            return;
        }
        find(path);
        switch (parent(path)) {
            case List<?> list -> list(list).set(index(path.getLast()), value);
            case Map<?, ?> dict -> dict(dict).put(path.getLast(), value);
            case null, default -> throw failed("can't replace '" + path.getLast() + "'");
        }
    }

    private void move(List<String> from, List<String> path) {
        var value = find(from);
        if (path.size() > from.size() && path.subList(0, from.size()).equals(from)) {
            throw failed("Cannot move values into their own children");
        }
        remove(from);
        add(path, value);
    }

    private boolean holds(List<String> path, @Nullable Object value) {
        try {
            return Comparison.equal(find(path), value);
        } catch (PythonError e) {
            return false;
        }
    }
}
