package jplay.vars;

import java.nio.file.Path;
import java.util.AbstractMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jplay.template.Scope;
import org.jspecify.annotations.Nullable;

/** A scope as a mapping, unrendered; the templar renders its values among its own variables. */
public final class ScopeMap extends AbstractMap<String, @Nullable Object> implements Scope {
    private final Scope scope;

    public ScopeMap(Scope scope) {
        this.scope = scope;
    }

    @Override
    public @Nullable Object get(@Nullable Object key) {
        return key instanceof String name ? get(name) : null;
    }

    @Override
    public @Nullable Object get(String name) {
        return has(name) ? scope.get(name) : null;
    }

    @Override
    public boolean containsKey(@Nullable Object key) {
        return key instanceof String name && has(name);
    }

    @Override
    public boolean has(String name) {
        return !name.equals("vars") && scope.has(name);
    }

    @Override
    public Optional<Object> written(String name) {
        return scope.written(name);
    }

    @Override
    public Set<String> names() {
        return scope.names();
    }

    @Override
    public Set<String> keySet() {
        return scope.names();
    }

    @Override
    public int size() {
        return scope.names().size();
    }

    @Override
    public List<Path> searchPath() {
        return scope.searchPath();
    }

    @Override
    public Set<Entry<String, @Nullable Object>> entrySet() {
        return new LayeredScope.LazyEntries(scope.names(), this::get);
    }
}
