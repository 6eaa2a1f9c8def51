package jplay.result;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What {@code set_stats} collects while the run goes on. For one thread. */
public final class CustomStats {
    private final Map<String, @Nullable Object> run = new LinkedHashMap<>();
    private final Map<String, Map<String, @Nullable Object>> hosts = new TreeMap<>();

    /** Takes values for the whole run, replacing earlier ones or added to them. */
    public void takeForRun(Map<String, @Nullable Object> data, boolean aggregate) {
        take(data, aggregate, run);
    }

    /** Takes values for one host, replacing earlier ones or added to them. */
    public void takeForHost(String host, Map<String, @Nullable Object> data, boolean aggregate) {
        take(data, aggregate, hosts.computeIfAbsent(host, _ -> new LinkedHashMap<>()));
    }

    private static void take(
            Map<String, @Nullable Object> data,
            boolean aggregate,
            Map<String, @Nullable Object> into) {
        data.forEach((name, value) -> {
            var known = aggregate && into.containsKey(name);
            into.put(name, known ? added(into.get(name), value) : value);
        });
    }

    /** Texts, lists, mappings and numbers can be added; of two kinds the earlier one stays. */
    private static @Nullable Object added(@Nullable Object earlier, @Nullable Object more) {
        return switch (earlier) {
            case Map<?, ?> map when more instanceof Map<?, ?> others -> {
                var all = new LinkedHashMap<@Nullable Object, @Nullable Object>(map);
                all.putAll(others);
                yield all;
            }
            case List<?> list when more instanceof List<?> others -> {
                var all = new ArrayList<@Nullable Object>(list);
                all.addAll(others);
                yield all;
            }
            case String text when more instanceof String other -> text + other;
            case Long number when more instanceof Long other -> number + other;
            case Double number when more instanceof Double other -> number + other;
            case null, default -> earlier;
        };
    }

    /** Whether nothing was collected. */
    public boolean none() {
        return run.isEmpty() && hosts.isEmpty();
    }

    /** The values for the whole run. */
    public Map<String, @Nullable Object> run() {
        return run;
    }

    /** The values by host, in alphabetical order. */
    public Map<String, Map<String, @Nullable Object>> hosts() {
        return hosts;
    }
}
