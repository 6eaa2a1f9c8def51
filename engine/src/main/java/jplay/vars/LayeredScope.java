package jplay.vars;

import java.nio.file.Path;
import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jplay.inventory.Hashes;
import jplay.template.Scope;
import org.jspecify.annotations.Nullable;

/**
 * Variables in layers that are shared with other scopes: nothing is copied, a name is looked for
 * from the top down.
 */
final class LayeredScope implements Scope {
    private static final Object ABSENT = new Object();
    private static final Set<String> UNLISTED = Set.of("vars", "omit", "ansible_search_path");

    private final List<Map<String, @Nullable Object>> layers;
    private final List<Path> searchPath;
    private final boolean mergesHashes;
    private final HostVars.Known known;

    /**
     * @param layers strongest first
     * @param known what tasks brought; nobody wrote its values
     */
    LayeredScope(
            List<Map<String, @Nullable Object>> layers,
            List<Path> searchPath,
            boolean mergesHashes,
            HostVars.Known known) {
        this.layers = layers;
        this.searchPath = searchPath;
        this.mergesHashes = mergesHashes;
        this.known = known;
    }

    @Override
    public boolean has(String name) {
        // asked for dozens of names for each task and host: without an iterator
        for (var i = 0; i < layers.size(); i++) {
            if (layers.get(i).containsKey(name)) {
                return true;
            }
        }
        return name.equals("vars");
    }

    @Override
    public @Nullable Object get(String name) {
        for (var i = 0; i < layers.size(); i++) {
            var value = layers.get(i).getOrDefault(name, ABSENT);
            if (value != ABSENT) {
                return mergesHashes && value instanceof Map<?, ?>
                        ? merged(name, value, i + 1)
                        : value;
            }
        }
        return name.equals("vars") ? new All() : null;
    }

    @Override
    public Optional<Object> written(String name) {
        return layers.stream()
                .filter(layer -> layer.containsKey(name))
                .findFirst()
                .filter(layer -> layer != known.set() && layer != known.facts())
                .filter(_ -> !name.equals("ansible_facts"))
                .map(layer -> layer.get(name));
    }

    private @Nullable Object merged(String name, Object strongest, int from) {
        Object value = strongest;
        for (var i = from; i < layers.size() && value instanceof Map<?, ?>; i++) {
            var weaker = layers.get(i).getOrDefault(name, ABSENT);
            if (weaker instanceof Map<?, ?>) {
                value = Hashes.merged(weaker, value);
            } else if (weaker != ABSENT) {
                return value;
            }
        }
        return value;
    }

    @Override
    public Set<String> names() {
        var names = new LinkedHashSet<String>();
        layers.reversed().forEach(layer -> names.addAll(layer.keySet()));
        names.removeAll(UNLISTED);
        return names;
    }

    @Override
    public List<Path> searchPath() {
        return searchPath;
    }

    /** The value of {@code vars}: everything, as one mapping. */
    private final class All extends AbstractMap<String, @Nullable Object> {
        @Override
        public @Nullable Object get(@Nullable Object key) {
            return key instanceof String name ? LayeredScope.this.get(name) : null;
        }

        @Override
        public boolean containsKey(@Nullable Object key) {
            return key instanceof String name && has(name);
        }

        @Override
        public Set<String> keySet() {
            return names();
        }

        @Override
        public Set<Entry<String, @Nullable Object>> entrySet() {
            return new LazyEntries(names(), LayeredScope.this::get);
        }
    }

    /** Entries whose values are looked up when they are asked for. */
    static final class LazyEntries extends AbstractSet<Map.Entry<String, @Nullable Object>> {
        private final Set<String> names;
        private final java.util.function.Function<String, @Nullable Object> values;

        LazyEntries(
                Set<String> names, java.util.function.Function<String, @Nullable Object> values) {
            this.names = names;
            this.values = values;
        }

        @Override
        public Iterator<Map.Entry<String, @Nullable Object>> iterator() {
            return names.stream()
                    .<Map.Entry<String, @Nullable Object>>map(name -> new LazyEntry(name, values))
                    .iterator();
        }

        @Override
        public int size() {
            return names.size();
        }
    }

    private record LazyEntry(
            String name, java.util.function.Function<String, @Nullable Object> values)
            implements Map.Entry<String, @Nullable Object> {
        @Override
        public String getKey() {
            return name;
        }

        @Override
        public @Nullable Object getValue() {
            return values.apply(name);
        }

        @Override
        public @Nullable Object setValue(@Nullable Object value) {
            throw new UnsupportedOperationException("values do not change");
        }
    }
}
