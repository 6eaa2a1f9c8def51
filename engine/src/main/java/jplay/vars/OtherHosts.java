package jplay.vars;

import java.util.AbstractMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import jplay.inventory.Host;
import jplay.inventory.Inventory;
import jplay.template.Scope;
import jplay.template.Templar;
import org.jspecify.annotations.Nullable;

/**
 * The value of {@code hostvars}: by host, its variables without those of plays, roles and tasks. A host's values are
 * rendered among its own variables, when they are read.
 */
final class OtherHosts extends AbstractMap<String, @Nullable Object> {
    private final Inventory inventory;
    private final Function<Host, Scope> scopes;
    private final Templar templar;

    OtherHosts(Inventory inventory, Function<Host, Scope> scopes, Templar templar) {
        this.inventory = inventory;
        this.scopes = scopes;
        this.templar = templar;
    }

    @Override
    public @Nullable Object get(@Nullable Object key) {
        return key instanceof String name
                ? inventory.host(name).map(host -> new View(scopes.apply(host), templar)).orElse(null)
                : null;
    }

    @Override
    public boolean containsKey(@Nullable Object key) {
        return key instanceof String name && inventory.host(name).isPresent();
    }

    @Override
    public Set<String> keySet() {
        var names = new LinkedHashSet<String>();
        inventory.hosts().forEach(host -> names.add(host.name()));
        return names;
    }

    @Override
    public int size() {
        return inventory.hosts().size();
    }

    @Override
    public Set<Map.Entry<String, @Nullable Object>> entrySet() {
        return new LayeredScope.LazyEntries(keySet(), this::get);
    }

    /** One host's variables, rendered. */
    private static final class View extends AbstractMap<String, @Nullable Object> {
        private final Scope scope;
        private final Templar templar;

        View(Scope scope, Templar templar) {
            this.scope = scope;
            this.templar = templar;
        }

        @Override
        public @Nullable Object get(@Nullable Object key) {
            return key instanceof String name && scope.has(name) ? templar.render(scope.get(name), scope) : null;
        }

        @Override
        public boolean containsKey(@Nullable Object key) {
            return key instanceof String name && !name.equals("vars") && scope.has(name);
        }

        @Override
        public Set<String> keySet() {
            return scope.names();
        }

        @Override
        public Set<Entry<String, @Nullable Object>> entrySet() {
            return new LayeredScope.LazyEntries(scope.names(), this::get);
        }
    }
}
