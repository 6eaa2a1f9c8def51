package jplay.template.python;

import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/** A sequence that can be walked once. */
public final class Generator implements Iterator<@Nullable Object> {
    private final Iterator<? extends @Nullable Object> source;

    public Generator(Iterator<? extends @Nullable Object> source) {
        this.source = source;
    }

    @Override
    public boolean hasNext() {
        return source.hasNext();
    }

    @Override
    public @Nullable Object next() {
        return source.next();
    }
}
