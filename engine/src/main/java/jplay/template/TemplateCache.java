package jplay.template;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * Keeps what was parsed. It is bounded: when the young generation is full it becomes the old one,
 * and what is not asked for until the next change is forgotten.
 *
 * @param <K> what it is asked for by
 * @param <V> what it keeps
 */
final class TemplateCache<K, V> {
    private static final int GENERATION = 4096;

    private volatile Map<K, V> young = new ConcurrentHashMap<>();
    private volatile Map<K, V> old = Map.of();

    V get(K key, Function<K, V> parser) {
        var kept = young.get(key);
        if (kept != null) {
            return kept;
        }
        var before = old.get(key);
        var value = before == null ? parser.apply(key) : before;
        if (young.size() >= GENERATION) {
            old = young;
            young = new ConcurrentHashMap<>();
        }
        young.put(key, value);
        return value;
    }
}
