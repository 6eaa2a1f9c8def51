package jplay.inventory;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Merges mappings at every depth, for {@code hash_behaviour = merge}. */
public final class Hashes {
    private Hashes() {}

    /**
     * Both when both are mappings, where the stronger one wins for each key; else the stronger one.
     */
    public static @Nullable Object merged(@Nullable Object weaker, @Nullable Object stronger) {
        if (!(weaker instanceof Map<?, ?> below && stronger instanceof Map<?, ?> above)) {
            return stronger;
        }
        var all = new LinkedHashMap<Object, @Nullable Object>(below);
        above.forEach((key, value) -> all.put(key, merged(all.get(key), value)));
        return Collections.unmodifiableMap(all);
    }
}
