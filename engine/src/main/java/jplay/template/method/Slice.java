package jplay.template.method;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import jplay.template.python.Numbers;
import jplay.template.python.PythonError;
import jplay.template.python.Range;
import jplay.template.python.Strings;
import jplay.template.python.Tuple;
import jplay.template.python.Types;
import jplay.template.python.Undefined;
import org.jspecify.annotations.Nullable;

/** The {@code start:stop:step} of a subscript; null where nothing is written. */
public record Slice(@Nullable Object start, @Nullable Object stop, @Nullable Object step) {
    /** The part of a value. */
    @Nullable Object of(@Nullable Object value) {
        Undefined.refuse(value);
        for (var bound : new @Nullable Object[] {start, stop, step}) {
            refuse(bound);
        }
        return switch (value) {
            case CharSequence text ->
                    part(Strings.characters(text.toString())).stream()
                            .map(String.class::cast)
                            .collect(Collectors.joining());
            case Range range -> partOf(range);
            case Tuple tuple -> Tuple.from(part(tuple));
            case List<?> list -> part(list);
            case null, default ->
                    Undefined.of("object of type '" + Types.name(value) + "' has no slice");
        };
    }

    private static void refuse(@Nullable Object bound) {
        Undefined.refuse(bound);
        if (bound != null && !Types.isIntegral(bound)) {
            throw PythonError.type(
                    "slice indices must be integers or None or have an __index__ method");
        }
    }

    private int stride() {
        var stride = step == null ? 1 : Numbers.index(step);
        if (stride == 0) {
            throw PythonError.value("slice step cannot be zero");
        }
        return stride;
    }

    private int from(int size) {
        return start == null ? stride() > 0 ? 0 : size - 1 : clamp(Numbers.index(start), size);
    }

    private int to(int size) {
        return stop == null ? stride() > 0 ? size : -1 : clamp(Numbers.index(stop), size);
    }

    private int clamp(int index, int size) {
        var forward = stride() > 0;
        if (index < 0) {
            return Math.max(index + size, forward ? 0 : -1);
        }
        return Math.min(index, forward ? size : size - 1);
    }

    private List<@Nullable Object> part(List<?> list) {
        var stride = stride();
        var end = to(list.size());
        var part = new ArrayList<@Nullable Object>();
        for (long i = from(list.size()); stride > 0 ? i < end : i > end; i += stride) {
            part.add(list.get((int) i));
        }
        return part;
    }

    private Range partOf(Range range) {
        return part(range).isEmpty()
                ? new Range(0, 0, 1)
                : range.slice(from(range.size()), to(range.size()), stride());
    }
}
