package jplay.vars;

import java.util.AbstractMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import jplay.inventory.Host;
import jplay.inventory.Inventory;
import jplay.template.Scope;
import org.jspecify.annotations.Nullable;

/**
 * The value of {@code hostvars}: by host, its variables without those of plays, roles and tasks.
 * Each is a mapping that is a {@link Scope} too, which tells the templar to render its values among
 * the host's own variables.
 */
final class OtherHosts extends AbstractMap<String, @Nullable Object> {
    private final Inventory inventory;
    private final Function<Host, Scope> scopes;

    OtherHosts(Inventory inventory, Function<Host, Scope> scopes) {
        this.inventory = inventory;
        this.scopes = scopes;
    }

    @Override
    public @Nullable Object get(@Nullable Object key) {
        return key instanceof String name
                ? inventory.host(name).map(host -> new ScopeMap(scopes.apply(host))).orElse(null)
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
}
