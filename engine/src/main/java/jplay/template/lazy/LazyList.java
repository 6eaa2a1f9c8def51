package jplay.template.lazy;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.RandomAccess;
import org.jspecify.annotations.Nullable;

/** A list of a variable; a template may change it, which does not change the variable. */
final class LazyList extends AbstractList<@Nullable Object> implements RandomAccess {
    private final Lazy.Renderer renderer;
    private final List<?> origin;
    private List<?> source;
    private @Nullable List<@Nullable Object> own;

    LazyList(List<?> source, Lazy.Renderer renderer) {
        this.origin = source;
        this.source = source;
        this.renderer = renderer;
    }

    List<?> origin() {
        return origin;
    }

    LazyList copy() {
        return new LazyList(own == null ? source : new ArrayList<>(own), renderer);
    }

    private List<@Nullable Object> own() {
        if (own == null) {
            own = new ArrayList<>(source);
            source = own;
        }
        return own;
    }

    @Override
    public @Nullable Object get(int index) {
        var raw = source.get(index);
        if (!Lazy.isLazy(raw)) {
            return raw;
        }
        var value = Lazy.value(raw, renderer);
        own().set(index, value);
        return value;
    }

    @Override
    public int size() {
        return source.size();
    }

    @Override
    public @Nullable Object set(int index, @Nullable Object value) {
        return own().set(index, value);
    }

    @Override
    public void add(int index, @Nullable Object value) {
        own().add(index, value);
        modCount++;
    }

    @Override
    public @Nullable Object remove(int index) {
        modCount++;
        return own().remove(index);
    }
}
