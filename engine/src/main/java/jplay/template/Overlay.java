package jplay.template;

import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import jplay.template.python.Text;
import org.jspecify.annotations.Nullable;

/**
 * A scope with some variables over another.
 *
 * @param folder searched before the others
 */
record Overlay(Scope under, Map<?, ?> variables, Path folder) implements Scope {
    @Override
    public boolean has(String name) {
        return variables.containsKey(name) || under.has(name);
    }

    @Override
    public @Nullable Object get(String name) {
        return variables.containsKey(name) ? variables.get(name) : under.get(name);
    }

    @Override
    public Set<String> names() {
        var names = new LinkedHashSet<>(under.names());
        variables.keySet().forEach(name -> names.add(Text.of(name)));
        return names;
    }

    @Override
    public List<Path> searchPath() {
        return Stream.concat(Stream.of(folder), under.searchPath().stream()).toList();
    }
}
