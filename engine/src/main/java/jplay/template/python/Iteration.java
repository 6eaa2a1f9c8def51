package jplay.template.python;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Walking over values, and how many there are. */
public final class Iteration {
    private Iteration() {}

    /** What a {@code for} loop would see. */
    public static Iterator<@Nullable Object> over(@Nullable Object value) {
        return switch (value) {
            case CharSequence text -> Strings.characters(text.toString()).iterator();
            case Map<?, ?> dict -> widened(dict.keySet().iterator());
            case Iterable<?> elements -> widened(elements.iterator());
            case Iterator<?> elements -> widened(elements);
            case Bytes bytes -> octets(bytes).iterator();
            case Undefined undefined when undefined.isLenient() -> Collections.emptyIterator();
            case Undefined undefined -> throw undefined.failure();
            case null, default ->
                    throw PythonError.type("'" + Types.name(value) + "' object is not iterable");
        };
    }

    private static Iterator<@Nullable Object> widened(Iterator<?> elements) {
        return new Generator(elements);
    }

    private static List<@Nullable Object> octets(Bytes bytes) {
        var octets = new ArrayList<@Nullable Object>(bytes.content().length);
        for (var octet : bytes.content()) {
            octets.add((long) Byte.toUnsignedInt(octet));
        }
        return octets;
    }

    /** A new list of what a loop would see. */
    public static List<@Nullable Object> list(@Nullable Object value) {
        if (value instanceof Collection<?> collection) {
            return new ArrayList<>(collection);
        }
        var elements = new ArrayList<@Nullable Object>();
        over(value).forEachRemaining(elements::add);
        return elements;
    }

    /** Python's {@code len}. */
    public static long length(@Nullable Object value) {
        return switch (value) {
            case CharSequence text -> Strings.length(text.toString());
            case Collection<?> collection -> collection.size();
            case Map<?, ?> dict -> dict.size();
            case Bytes bytes -> bytes.content().length;
            case Undefined undefined when undefined.isLenient() -> 0;
            case Undefined undefined -> throw undefined.failure();
            case null, default ->
                    throw PythonError.type(
                            "object of type '" + Types.name(value) + "' has no len()");
        };
    }
}
