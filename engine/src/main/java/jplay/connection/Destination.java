package jplay.connection;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A host to be reached.
 *
 * @param host its inventory name
 * @param kind the own name of the kind of connection
 * @param variables rendered connection variables ({@code ansible_host}, {@code ansible_port}, ...)
 */
public record Destination(String host, String kind, Map<String, @Nullable Object> variables) {
    public Destination {
        variables = Collections.unmodifiableMap(new LinkedHashMap<>(variables));
    }

    /** The first of these variables that is set, as text; an empty text counts as not set. */
    public Optional<String> text(String... names) {
        for (var name : names) {
            var text = Objects.toString(variables.get(name), "");
            if (!text.isEmpty()) {
                return Optional.of(text);
            }
        }
        return Optional.empty();
    }
}
