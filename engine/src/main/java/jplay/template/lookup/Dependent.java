package jplay.template.lookup;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jplay.template.expr.Surroundings;
import jplay.template.filter.FilterCall;
import jplay.template.python.Iteration;
import jplay.template.python.PythonError;
import jplay.template.python.Text;
import jplay.template.python.Types;
import org.jspecify.annotations.Nullable;

/** {@code dependent}: nested loops whose inner lists may be made of the outer elements. */
final class Dependent {
    static final List<Lookup> TABLE =
            List.of(Lookup.of("community.general.dependent(terms)", Dependent::run));

    private final Surroundings surroundings;
    private final List<Level> levels = new ArrayList<>();
    private final List<@Nullable Object> results = new ArrayList<>();

    /** One loop: the name of its element, and what it goes over. */
    private record Level(String name, @Nullable Object source) {}

    private Dependent(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    private static List<@Nullable Object> run(FilterCall call) {
        var loops = new Dependent(call.evaluation().surroundings());
        call.list().forEach(loops::level);
        if (!loops.levels.isEmpty()) {
            loops.descend(0, new LinkedHashMap<>());
        }
        return loops.results;
    }

    private void level(@Nullable Object term) {
        var place = levels.size();
        if (!(term instanceof Map<?, ?> dict)) {
            throw PythonError.type(
                    "Parameter " + place + " must be a dictionary, got " + Types.name(term));
        }
        if (dict.size() != 1) {
            throw PythonError.value(
                    "Parameter %d must be a one-element dictionary, got %d elements"
                            .formatted(place, dict.size()));
        }
        var entry = dict.entrySet().iterator().next();
        var name = Text.of(entry.getKey());
        if (levels.stream().anyMatch(level -> level.name.equals(name))) {
            throw PythonError.value("The variable '" + name + "' appears more than once");
        }
        var source = entry.getValue();
        if (!(source instanceof CharSequence
                || source instanceof Map
                || Types.isSequence(source))) {
            throw PythonError.type(
                    "Parameter '%s' (index %d) must have a value of type string, dictionary or list, got type %s"
                            .formatted(name, place, Types.name(source)));
        }
        levels.add(new Level(name, source));
    }

    private void descend(int depth, Map<@Nullable Object, @Nullable Object> chosen) {
        if (depth == levels.size()) {
            results.add(new LinkedHashMap<>(chosen));
            return;
        }
        var level = levels.get(depth);
        for (var element : elements(level, chosen)) {
            chosen.put(level.name, element);
            descend(depth + 1, chosen);
            chosen.remove(level.name);
        }
    }

    private List<@Nullable Object> elements(Level level, Map<?, ?> chosen) {
        var source =
                level.source instanceof CharSequence expression
                        ? evaluated(level, expression.toString(), chosen)
                        : level.source;
        if (!(source instanceof Map<?, ?> dict)) {
            return Iteration.list(source);
        }
        var items = new ArrayList<@Nullable Object>();
        dict.forEach((key, value) -> {
            var item = new LinkedHashMap<@Nullable Object, @Nullable Object>();
            item.put("key", key);
            item.put("value", value);
            items.add(item);
        });
        return items;
    }

    private @Nullable Object evaluated(Level level, String expression, Map<?, ?> chosen) {
        var value = surroundings.evaluate(expression, Map.of("item", chosen));
        if (!(value instanceof Map) && !Types.isSequence(value)) {
            throw PythonError.type(
                    "Did not obtain dictionary or list while evaluating '%s' with item == %s, but %s"
                            .formatted(level.name, Text.of(chosen), Types.name(value)));
        }
        return value;
    }
}
