package jplay.template.ansible.data;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import jplay.template.ansible.TypedArguments;
import jplay.template.expr.ExpressionParser;
import jplay.template.filter.FilterCall;
import jplay.template.python.PythonError;
import jplay.template.python.Text;
import jplay.template.python.Types;
import org.jspecify.annotations.Nullable;

/** {@code to_paths} and {@code get_path}: paths to the leaves of a tree. */
final class TreePaths {
    private static final Pattern NAME = Pattern.compile("[a-zA-Z_][a-zA-Z0-9_]*");

    private TreePaths() {}

    static Object flatten(FilterCall call) {
        var typed = new TypedArguments(call);
        var prepend = call.has("prepend") ? call.text("prepend") : "";
        var paths = new LinkedHashMap<@Nullable Object, @Nullable Object>();
        append(paths, prepend, call.value());
        var isEmpty = prepend.isEmpty() && paths.size() == 1 && isEmptyTree(call.value());
        Object answer = isEmpty ? call.value() : paths;
        return typed.flag("wantlist") ? new ArrayList<>(List.of(answer)) : answer;
    }

    private static boolean isEmptyTree(@Nullable Object value) {
        return (value instanceof Map<?, ?> dict && dict.isEmpty())
                || (Types.isList(value) && !Types.truth(value));
    }

    private static void append(
            Map<@Nullable Object, @Nullable Object> paths, String path, @Nullable Object value) {
        if (value instanceof Map<?, ?> dict && !dict.isEmpty()) {
            dict.forEach((key, element) -> append(paths, path + step(path, key), element));
        } else if (Types.isList(value) && Types.truth(value)) {
            var index = 0;
            for (var element : (List<?>) value) {
                append(paths, path + "[" + index++ + "]", element);
            }
        } else {
            paths.put(path, value);
        }
    }

    private static String step(String path, @Nullable Object key) {
        if (path.isEmpty()) {
            return Text.of(key);
        }
        if (!(key instanceof CharSequence text)) {
            return "[" + Text.of(key) + "]";
        }
        return NAME.matcher(text).matches() ? "." + text : "['" + text + "']";
    }

    /** Only a named argument says so. */
    private static boolean wantsList(FilterCall call) {
        for (var name : call.named().keySet()) {
            if (!name.equals("wantlist")) {
                throw PythonError.value(
                        name + ". Supported parameters include: path, var, wantlist.");
            }
        }
        return TypedArguments.flag("wantlist", call.named().get("wantlist"));
    }

    static @Nullable Object get(FilterCall call) {
        if (!(call.value() instanceof Map<?, ?> tree)) {
            throw PythonError.type(
                    "a path leads into a dict, not into a value of type "
                            + Types.name(call.value()));
        }
        var wantsList = wantsList(call);
        var evaluation = call.evaluation();
        var path = call.has("path") ? call.text("path") : "";
        var value =
                ExpressionParser.parse(path, evaluation.catalog(), false)
                        .evaluate(new TreeEvaluation(evaluation, tree));
        if (!wantsList) {
            return value;
        }
        var list = new ArrayList<@Nullable Object>();
        list.add(value);
        return list;
    }
}
