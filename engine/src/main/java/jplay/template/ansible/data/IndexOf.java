package jplay.template.ansible.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import jplay.template.ansible.TypedArguments;
import jplay.template.expr.Plugin;
import jplay.template.filter.FilterCall;
import jplay.template.python.Arguments;
import jplay.template.python.PythonError;
import jplay.template.python.Text;
import jplay.template.python.Types;
import jplay.template.python.Undefined;
import org.jspecify.annotations.Nullable;

/** {@code index_of}: where in a list the elements are that satisfy a test. */
final class IndexOf {
    private static final String PREFIX = "Error when using plugin 'index_of': ";
    private static final String NEGATION = "not ";

    private IndexOf() {}

    static @Nullable Object apply(FilterCall call) {
        var typed = new TypedArguments(call);
        var elements = TypedArguments.list("data", call.value());
        var wantsList = typed.flag("wantlist");
        var found =
                elements.isEmpty()
                        ? new ArrayList<@Nullable Object>()
                        : call.has("key")
                                ? byKey(call, elements)
                                : indices(elements, predicate(call));
        return found.size() == 1 && !wantsList ? found.getFirst() : found;
    }

    private static List<@Nullable Object> indices(
            List<? extends @Nullable Object> elements, Predicate<@Nullable Object> predicate) {
        var indices = new ArrayList<@Nullable Object>();
        for (var i = 0; i < elements.size(); i++) {
            if (predicate.test(Undefined.refuse(elements.get(i)))) {
                indices.add((long) i);
            }
        }
        return indices;
    }

    private static List<@Nullable Object> byKey(
            FilterCall call, List<? extends @Nullable Object> elements) {
        var key = call.text("key");
        var mustHave = new TypedArguments(call).flag("fail_on_missing");
        var predicate = predicate(call);
        return indices(
                elements,
                element -> {
                    if (!(element instanceof Map<?, ?> dict)) {
                        throw PythonError.value(
                                PREFIX
                                        + "When a key name is provided, all list entries are"
                                        + " required to be dictionaries, got "
                                        + Types.name(element));
                    }
                    if (!dict.containsKey(key) && mustHave) {
                        throw PythonError.value(
                                PREFIX
                                        + Text.repr(key)
                                        + " was not found in '"
                                        + Text.repr(dict)
                                        + "'. fail_on_missing=True");
                    }
                    return dict.containsKey(key) && predicate.test(dict.get(key));
                });
    }

    private static Predicate<@Nullable Object> predicate(FilterCall call) {
        var written = call.text("test");
        var negated = written.startsWith(NEGATION);
        var name = negated ? written.substring(NEGATION.length()) : written;
        Plugin test =
                call.evaluation()
                        .catalog()
                        .test(name)
                        .orElseThrow(() ->
                                PythonError.value(
                                        PREFIX + "the test '" + name + "' was not found."));
        var value = call.get("value");
        var arguments = value == null ? Arguments.NONE : Arguments.of(value);
        return element ->
                negated
                        != Types.truth(
                                Undefined.refuse(
                                        test.invoke(call.evaluation(), element, arguments)));
    }
}
