package jplay.template.ansible.filter;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jplay.template.python.Comparison;
import jplay.template.python.Keys;
import jplay.template.python.Tuple;
import org.jspecify.annotations.Nullable;

/** Values without doubles: looked up by hash where they have one, compared one by one where not. */
final class Elements {
    private final Set<@Nullable Object> hashed = new HashSet<>();
    private final List<@Nullable Object> others = new ArrayList<>();

    static Elements of(Iterable<?> values) {
        var elements = new Elements();
        values.forEach(elements::add);
        return elements;
    }

    /** Whether a set can hold a value. */
    static boolean isHashable(@Nullable Object value) {
        return switch (value) {
            case Tuple tuple -> tuple.stream().allMatch(Elements::isHashable);
            case List<?> _, Map<?, ?> _, Set<?> _ -> false;
            case null, default -> true;
        };
    }

    /** Takes a value; false when it was there. */
    boolean add(@Nullable Object value) {
        if (isHashable(value)) {
            return hashed.add(Keys.canonical(value));
        }
        return !Comparison.contains(others, value) && others.add(value);
    }

    boolean contains(@Nullable Object value) {
        return isHashable(value)
                ? hashed.contains(Keys.canonical(value))
                : Comparison.contains(others, value);
    }
}
