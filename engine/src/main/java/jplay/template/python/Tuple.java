package jplay.template.python;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.RandomAccess;
import org.jspecify.annotations.Nullable;

/** A tuple, perhaps with names for its elements. */
public final class Tuple extends AbstractList<@Nullable Object> implements RandomAccess {
    private final @Nullable Object[] elements;
    private final List<String> names;

    private Tuple(List<String> names, @Nullable Object[] elements) {
        this.names = names;
        this.elements = elements;
    }

    /** A plain tuple. */
    public static Tuple of(@Nullable Object... elements) {
        return new Tuple(List.of(), elements);
    }

    /** A tuple of what a collection holds. */
    public static Tuple from(Collection<?> elements) {
        return new Tuple(List.of(), elements.toArray());
    }

    /** A tuple whose elements can be read as attributes. */
    public static Tuple named(List<String> names, @Nullable Object... elements) {
        return new Tuple(names, elements);
    }

    /** Names of the elements; none for a plain tuple. */
    public List<String> names() {
        return names;
    }

    @Override
    public @Nullable Object get(int index) {
        return elements[index];
    }

    @Override
    public int size() {
        return elements.length;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Tuple tuple && Comparison.equal(this, tuple);
    }

    @Override
    public int hashCode() {
        return Arrays.stream(elements).map(Keys::canonical).toList().hashCode();
    }
}
