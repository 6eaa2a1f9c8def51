package jplay.template;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A scope over a map. */
record MapScope(Map<?, ?> variables, List<Path> searchPath) implements Scope {
    static MapScope of(Map<?, ?> variables) {
        return new MapScope(variables, List.of());
    }

    @Override
    public boolean has(String name) {
        return variables.containsKey(name);
    }

    @Override
    public @Nullable Object get(String name) {
        return variables.get(name);
    }

    @Override
    public Set<String> names() {
        return variables.keySet().stream().map(String.class::cast).collect(Collectors.toSet());
    }
}
