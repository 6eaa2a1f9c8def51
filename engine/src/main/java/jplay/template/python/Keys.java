package jplay.template.python;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Keys of dicts as Python sees them: 1, 1.0 and True are one key; lists and dicts are none. */
public final class Keys {
    private static final double EXACT = 9e15;

    private Keys() {}

    /** One object for all equal keys. */
    public static @Nullable Object canonical(@Nullable Object key) {
        return switch (key) {
            case null -> null;
            case String text -> text;
            case Boolean bool -> bool ? 1L : 0L;
            case Integer number -> number.longValue();
            case Double number when number == Math.rint(number) && Math.abs(number) < EXACT ->
                    number.longValue();
            case CharSequence text -> text.toString();
            case Undefined undefined -> throw undefined.failure();
            case Tuple tuple -> {
                tuple.forEach(Keys::canonical);
                yield tuple;
            }
            case List<?> _, Map<?, ?> _, Set<?> _ ->
                    throw PythonError.type("unhashable type: '" + Types.name(key) + "'");
            default -> key;
        };
    }

    /** The value under a key, or {@link PythonObject#ABSENT}. */
    public static @Nullable Object get(Map<?, ?> dict, @Nullable Object key) {
        var exact = exact(dict, canonical(key));
        if (exact != PythonObject.ABSENT || (key != null && !Types.isNumber(key))) {
            return exact;
        }
        for (var entry : dict.entrySet()) {
            if (same(entry.getKey(), key)) {
                return entry.getValue();
            }
        }
        return PythonObject.ABSENT;
    }

    private static @Nullable Object exact(Map<?, ?> dict, @Nullable Object key) {
        if (key == null) {
            return PythonObject.ABSENT;
        }
        try {
            var value = dict.get(key);
            return value != null || dict.containsKey(key) ? value : PythonObject.ABSENT;
        } catch (ClassCastException e) {
            return PythonObject.ABSENT;
        }
    }

    private static boolean same(@Nullable Object left, @Nullable Object right) {
        if (left == null || right == null) {
            return left == null && right == null;
        }
        return Types.isNumber(left) && Types.isNumber(right) && Comparison.equal(left, right);
    }

    /** Sets a value; an equal key that is there already stays. */
    public static void put(
            Map<@Nullable Object, @Nullable Object> dict,
            @Nullable Object key,
            @Nullable Object value) {
        canonical(key);
        dict.put(present(dict, key), value);
    }

    /** Removes a key. */
    public static void remove(Map<@Nullable Object, @Nullable Object> dict, @Nullable Object key) {
        dict.remove(present(dict, key));
    }

    private static @Nullable Object present(Map<@Nullable Object, ?> dict, @Nullable Object key) {
        if (key instanceof CharSequence text) {
            return text.toString();
        }
        if (!Types.isNumber(key)) {
            return key;
        }
        for (var known : dict.keySet()) {
            if (same(known, key)) {
                return known;
            }
        }
        return key instanceof Integer number ? (Long) number.longValue() : key;
    }
}
