package jplay.template.python;

import java.util.AbstractCollection;
import java.util.Iterator;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What {@code keys()}, {@code values()} and {@code items()} of a dict answer. */
public final class View extends AbstractCollection<@Nullable Object> {
    /** What it shows of the dict. */
    public enum Kind {
        KEYS,
        VALUES,
        ITEMS
    }

    private final Map<?, ?> dict;
    private final Kind kind;

    public View(Map<?, ?> dict, Kind kind) {
        this.dict = dict;
        this.kind = kind;
    }

    /** What it shows. */
    public Kind kind() {
        return kind;
    }

    /** {@code dict_keys} and its like. */
    public String typeName() {
        return "dict_" + kind.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public Iterator<@Nullable Object> iterator() {
        var entries = dict.entrySet().iterator();
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return entries.hasNext();
            }

            @Override
            public @Nullable Object next() {
                var entry = entries.next();
                return switch (kind) {
                    case KEYS -> entry.getKey();
                    case VALUES -> entry.getValue();
                    case ITEMS -> Tuple.of(entry.getKey(), entry.getValue());
                };
            }
        };
    }

    @Override
    public int size() {
        return dict.size();
    }
}
