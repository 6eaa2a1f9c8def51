package jplay.vars;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Keeps facts of hosts from one run to the next. Thread-safe. */
public interface FactStore {
    /** Keeps nothing. */
    FactStore NONE =
            new FactStore() {
                @Override
                public Map<String, @Nullable Object> read(String host) {
                    return Map.of();
                }

                @Override
                public void write(String host, Map<String, @Nullable Object> facts) {}

                @Override
                public void forget(String host) {}
            };

    /** What is kept about a host, by the names that modules give; empty when that is nothing. */
    Map<String, @Nullable Object> read(String host);

    /** Keeps facts of a host instead of those it had. */
    void write(String host, Map<String, @Nullable Object> facts);

    /** Keeps nothing more about a host. */
    void forget(String host);
}
