package jplay.task.keyword;

import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jplay.template.Scope;
import org.jspecify.annotations.Nullable;

/**
 * A scope with a few variables more, which win over those beneath: loop variables, the result so
 * far.
 */
public record Overlay(Scope beneath, Map<String, @Nullable Object> vars) implements Scope {
    public static Scope of(Scope beneath, Map<String, @Nullable Object> vars) {
        return vars.isEmpty() ? beneath : new Overlay(beneath, vars);
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
