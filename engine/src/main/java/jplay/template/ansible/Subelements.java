package jplay.template.ansible;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import jplay.template.python.Iteration;
import jplay.template.python.Keys;
import jplay.template.python.PythonError;
import jplay.template.python.PythonObject;
import jplay.template.python.Text;
import jplay.template.python.Tuple;
import jplay.template.python.Types;
import jplay.template.python.Undefined;
import org.jspecify.annotations.Nullable;

/**
 * Pairs of every element and each of the elements that a path in it leads to.
 *
 * @param skipMissing whether elements without the path are left out
 */
public record Subelements(List<? extends @Nullable Object> path, boolean skipMissing) {
    /** The pairs of a list of dicts, or of a dict of dicts. */
    public List<@Nullable Object> of(@Nullable Object value) {
        var pairs = new ArrayList<@Nullable Object>();
        for (var element : owners(value)) {
            parts(element).forEach(part -> pairs.add(Tuple.of(element, part)));
        }
        return pairs;
    }

    private static List<@Nullable Object> owners(@Nullable Object value) {
        if (value instanceof Map<?, ?> dict) {
            return new ArrayList<>(dict.values());
        }
        if (Types.isList(value)) {
            return Iteration.list(value);
        }
        Undefined.refuse(value);
        throw PythonError.type("obj must be a list of dicts or a nested dict");
    }

    private List<@Nullable Object> parts(@Nullable Object element) {
        var values = element;
        for (var step : path) {
            values = step(values, step);
            if (values == PythonObject.ABSENT && skipMissing) {
                return List.of();
            }
            if (values == PythonObject.ABSENT) {
                throw new PythonError(
                        "KeyError",
                        "could not find %s key in iterated item %s"
                                .formatted(Text.repr(step), Text.repr(element)));
            }
        }
        if (!Types.isList(values)) {
            throw wrong(path.getLast(), "list", values);
        }
        return Iteration.list(values);
    }

    private static @Nullable Object step(@Nullable Object value, @Nullable Object step) {
        if (value instanceof Map<?, ?> dict) {
            return Keys.get(dict, step);
        }
        throw wrong(step, "dictionary", value);
    }

    private static PythonError wrong(@Nullable Object step, String wanted, @Nullable Object value) {
        return PythonError.type(
                "the key '%s' should point to a %s, got %s"
                        .formatted(Text.of(step), wanted, Text.repr(value)));
    }
}
