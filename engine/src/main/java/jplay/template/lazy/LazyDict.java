package jplay.template.lazy;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import jplay.value.TemplateString;
import org.jspecify.annotations.Nullable;

/** A dict of a variable; a template may change it, which does not change the variable. */
final class LazyDict extends AbstractMap<@Nullable Object, @Nullable Object> {
    private final Lazy.Renderer renderer;
    private final Map<?, ?> origin;
    private final Map<Object, @Nullable Object> rendered = new HashMap<>(0);
    private Map<?, ?> source;
    private @Nullable Map<@Nullable Object, @Nullable Object> own;

    LazyDict(Map<?, ?> source, Lazy.Renderer renderer) {
        this.origin = source;
        this.source = source;
        this.renderer = renderer;
    }

    Map<?, ?> origin() {
        return origin;
    }

    LazyDict copy() {
        return new LazyDict(own == null ? source : new LinkedHashMap<>(own), renderer);
    }

    private Map<@Nullable Object, @Nullable Object> own() {
        if (own == null) {
            own = new LinkedHashMap<>(source);
            source = own;
        }
        return own;
    }

    @Override
    public @Nullable Object get(@Nullable Object key) {
        var raw = source.get(key);
        return raw == null || raw instanceof String || key == null ? raw : value(key, raw);
    }

    private @Nullable Object value(@Nullable Object key, @Nullable Object raw) {
        if (key != null && rendered.containsKey(key)) {
            return rendered.get(key);
        }
        if (!Lazy.isLazy(raw)) {
            return raw;
        }
        var value = Lazy.value(raw, renderer);
        if (key != null) {
            rendered.put(key, value);
        }
        return value;
    }

    @Override
    public boolean containsKey(@Nullable Object key) {
        return key == null ? super.containsKey(null) : source.containsKey(key);
    }

    @Override
    public int size() {
        return source.size();
    }

    @Override
    public @Nullable Object put(@Nullable Object key, @Nullable Object value) {
        rendered.remove(key);
        return own().put(key, value);
    }

    @Override
    public @Nullable Object remove(@Nullable Object key) {
        var value = get(key);
        rendered.remove(key);
        own().remove(key);
        return value;
    }

    @Override
    public void clear() {
        rendered.clear();
        own().clear();
    }

    @Override
    public Set<Entry<@Nullable Object, @Nullable Object>> entrySet() {
        return new AbstractSet<>() {
            @Override
            public Iterator<Entry<@Nullable Object, @Nullable Object>> iterator() {
                return new Entries(source.entrySet().iterator());
            }

            @Override
            public int size() {
                return source.size();
            }
        };
    }

    /** Entries whose values are rendered when they are asked for. */
    private final class Entries implements Iterator<Entry<@Nullable Object, @Nullable Object>> {
        private final Iterator<? extends Entry<?, ?>> entries;

        private Entries(Iterator<? extends Entry<?, ?>> entries) {
            this.entries = entries;
        }

        @Override
        public boolean hasNext() {
            return entries.hasNext();
        }

        @Override
        public Entry<@Nullable Object, @Nullable Object> next() {
            return new Rendered(entries.next());
        }
    }

    /** One entry. */
    private final class Rendered implements Entry<@Nullable Object, @Nullable Object> {
        private final Entry<?, ?> entry;

        private Rendered(Entry<?, ?> entry) {
            this.entry = entry;
        }

        @Override
        public @Nullable Object getKey() {
            return entry.getKey() instanceof TemplateString text ? text.text() : entry.getKey();
        }

        @Override
        public @Nullable Object getValue() {
            return value(entry.getKey(), entry.getValue());
        }

        @Override
        public @Nullable Object setValue(@Nullable Object value) {
            return put(entry.getKey(), value);
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Entry<?, ?> same
                    && java.util.Objects.equals(getKey(), same.getKey())
                    && java.util.Objects.equals(getValue(), same.getValue());
        }

        @Override
        public int hashCode() {
            return java.util.Objects.hashCode(getKey());
        }
    }
}
