package jplay.template.ansible.general;

import static jplay.template.filter.Filter.filter;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jplay.template.filter.Filter;
import jplay.template.filter.FilterCall;
import jplay.template.format.JsonReader;
import jplay.template.python.Iteration;
import jplay.template.python.PythonError;
import jplay.template.python.Text;
import jplay.template.python.Types;
import org.jspecify.annotations.Nullable;

/** {@code json_patch} and {@code json_patch_recipe}. */
final class PatchFilters {
    static final List<Filter> TABLE =
            List.of(
                    filter(
                            "json_patch(data, op, path, value=none, fail_test=false, **kwargs)",
                            PatchFilters::one),
                    filter(
                            "json_patch_recipe(data, operations, fail_test=false)",
                            PatchFilters::all));

    private static final Set<String> OPERATIONS =
            Set.of("add", "copy", "move", "remove", "replace", "test");
    private static final Set<String> WITH_VALUE = Set.of("add", "replace", "test");

    private PatchFilters() {}

    private static @Nullable Object document(FilterCall call) {
        return switch (call.value()) {
            case CharSequence text -> read(text.toString());
            case Map<?, ?> dict -> dict;
            case List<?> list -> list;
            case null, default -> throw PythonError.type("input is not dictionary, list or string");
        };
    }

    private static @Nullable Object read(String text) {
        try {
            return JsonReader.read(text);
        } catch (PythonError e) {
            throw PythonError.value("could not decode JSON from input: " + e.getMessage());
        }
    }

    private static @Nullable Object one(FilterCall call) {
        var named = new LinkedHashMap<>(call.named());
        var operation = new LinkedHashMap<@Nullable Object, @Nullable Object>();
        operation.put("op", call.get("op"));
        operation.put("path", call.get("path"));
        operation.put("value", call.get("value"));
        operation.put("from", named.remove("from"));
        if (!named.isEmpty()) {
            throw PythonError.type(
                    "unexpected keywords arguments: " + String.join(", ", named.keySet()));
        }
        return applied(document(call), List.of(operation), call.flag("fail_test"));
    }

    private static @Nullable Object all(FilterCall call) {
        if (!Types.isSequence(call.get("operations"))) {
            throw PythonError.type("'operations' needs to be a list");
        }
        var operations = Iteration.list(call.get("operations"));
        return applied(document(call), operations, call.flag("fail_test"));
    }

    private static @Nullable Object applied(
            @Nullable Object document, List<?> operations, boolean failTest) {
        operations.forEach(PatchFilters::check);
        var patch = new JsonPatch(document);
        var failed = operations.stream().filter(each -> !patch.apply((Map<?, ?>) each)).findFirst();
        if (failed.isPresent() && failTest) {
            throw PythonError.value("test operation failed: " + Text.repr(failed.get()));
        }
        return failed.isPresent() ? null : patch.document();
    }

    private static void check(@Nullable Object operation) {
        if (!(operation instanceof Map<?, ?> dict)) {
            throw PythonError.type("'operations' needs to contain dictionaries");
        }
        for (var name : List.of("op", "path")) {
            if (!(dict.get(name) instanceof CharSequence)) {
                throw PythonError.type("'" + name + "' argument is not a string");
            }
        }
        var kind = Text.of(dict.get("op"));
        if (!OPERATIONS.contains(kind)) {
            throw PythonError.value("unsupported 'op' argument: " + kind);
        }
        if ((kind.equals("copy") || kind.equals("move")) && dict.get("from") == null) {
            throw PythonError.value("'from' argument missing for '" + kind + "' operation");
        }
        if (WITH_VALUE.contains(kind) && !dict.containsKey("value")) {
            throw PythonError.value(
                    "patch failed: The operation does not contain a 'value' member");
        }
    }
}
