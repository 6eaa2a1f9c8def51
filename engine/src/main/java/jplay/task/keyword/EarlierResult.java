package jplay.task.keyword;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import jplay.template.Scope;
import org.jspecify.annotations.Nullable;

/**
 * A scope in which the registered variable holds the result of the latest turn of a loop. Whoever
 * reads it waits for the turns that were sent ahead, and only then.
 */
public record EarlierResult(
        Scope beneath, String register, Supplier<Optional<Map<String, @Nullable Object>>> latest)
        implements Scope {
    @Override
    public boolean has(String name) {
        return (name.equals(register) && latest.get().isPresent()) || beneath.has(name);
    }

    @Override
    public @Nullable Object get(String name) {
        if (name.equals(register)) {
            var result = latest.get();
            if (result.isPresent()) {
                return result.get();
            }
        }
        return beneath.get(name);
    }

    @Override
    public Optional<Object> written(String name) {
        return name.equals(register) ? Optional.empty() : beneath.written(name);
    }

    @Override
    public Set<String> names() {
        return beneath.names();
    }

    @Override
    public List<Path> searchPath() {
        return beneath.searchPath();
    }
}
