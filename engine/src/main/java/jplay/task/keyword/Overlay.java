package jplay.task.keyword;

import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jplay.template.Scope;
import org.jspecify.annotations.Nullable;

/**
 * A scope with a few variables more, which win over those beneath: loop variables, the result so
 * far.
 *
 * @param written values among them that a user wrote, unrendered
 */
public record Overlay(
        Scope beneath, Map<String, @Nullable Object> vars, Map<String, Object> written)
        implements Scope {
    public static Scope of(Scope beneath, Map<String, @Nullable Object> vars) {
        return vars.isEmpty() ? beneath : new Overlay(beneath, vars, Map.of());
    }

    @Override
    public boolean has(String name) {
        return vars.containsKey(name) || beneath.has(name);
    }

    @Override
    public @Nullable Object get(String name) {
        return vars.containsKey(name) ? vars.get(name) : beneath.get(name);
    }

    @Override
    public Optional<Object> written(String name) {
        return vars.containsKey(name)
                ? Optional.ofNullable(written.get(name))
                : beneath.written(name);
    }

    @Override
    public Set<String> names() {
        var names = new LinkedHashSet<>(beneath.names());
        names.addAll(vars.keySet());
        return names;
    }

    @Override
    public List<Path> searchPath() {
        return beneath.searchPath();
    }
}
