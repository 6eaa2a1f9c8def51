package jplay.template.jinja;

import java.util.List;
import jplay.template.python.Arguments;
import jplay.template.python.Callable;
import jplay.template.python.Comparison;
import jplay.template.python.PythonError;
import jplay.template.python.Tuple;
import jplay.template.python.Undefined;
import org.jspecify.annotations.Nullable;

/** The {@code loop} variable. */
final class Loop implements Callable {
    /** Which loop it is, and where it runs. */
    record Place(ForStatement statement, Rendering rendering, Frame outer, int depth) {}

    private final Place place;
    private final List<@Nullable Object> items;
    private int index = -1;
    private @Nullable Tuple lastChanged;

    Loop(Place place, List<@Nullable Object> items) {
        this.place = place;
        this.items = items;
    }

    void advance() {
        index++;
    }

    @Override
    public @Nullable Object attribute(String name) {
        long size = items.size();
        return switch (name) {
            case "index" -> index + 1L;
            case "index0" -> (long) index;
            case "revindex" -> size - index;
            case "revindex0" -> size - index - 1;
            case "first" -> index == 0;
            case "last" -> index == size - 1;
            case "length" -> size;
            case "depth" -> place.depth + 1L;
            case "depth0" -> (long) place.depth;
            case "previtem" ->
                    index == 0 ? Undefined.of("there is no previous item") : items.get(index - 1);
            case "nextitem" ->
                    index == size - 1
                            ? Undefined.of("there is no next item")
                            : items.get(index + 1);
            case "cycle" -> (Callable) this::cycle;
            case "changed" -> (Callable) this::changed;
            default -> ABSENT;
        };
    }

    private @Nullable Object cycle(Arguments arguments) {
        if (arguments.positional().isEmpty()) {
            throw PythonError.type("no items for cycling given");
        }
        return arguments.positional().get(index % arguments.positional().size());
    }

    private Object changed(Arguments arguments) {
        var values = Tuple.from(arguments.positional());
        var same = lastChanged != null && Comparison.equal(lastChanged, values);
        lastChanged = values;
        return !same;
    }

    @Override
    public @Nullable Object call(Arguments arguments) {
        if (!place.statement.recursive()) {
            throw PythonError.type(
                    "The loop must have the 'recursive' marker to be called recursively.");
        }
        return place.rendering.capture(
                place.outer,
                () ->
                        place.statement.iterate(
                                place.rendering, place.outer, arguments.first(), place.depth + 1));
    }

    @Override
    public String typeName() {
        return "LoopContext";
    }

    @Override
    public String toString() {
        return "<LoopContext " + (index + 1) + "/" + items.size() + ">";
    }
}
