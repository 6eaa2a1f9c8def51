package jplay.vars;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What tasks found out or set about each host: the one owner of facts, {@code set_fact}, registered
 * results and {@code include_vars}. Thread-safe; what is read is a snapshot that does not change.
 */
public final class HostVars {
    private final Map<String, Known> hosts = new ConcurrentHashMap<>();
    private final FactStore store;

    /** Facts are kept for one run. */
    public HostVars() {
        this(FactStore.NONE);
    }

    /** Facts are kept in a store, too. */
    public HostVars(FactStore store) {
        this.store = store;
    }

    /**
     * What is known about one host.
     *
     * @param facts by the names that modules give them, such as {@code ansible_distribution}
     * @param namespaced the same as {@code ansible_facts} has them: without {@code ansible_}
     * @param included by {@code include_vars}
     * @param set by {@code set_fact} and {@code register}
     */
    record Known(
            Map<String, @Nullable Object> facts,
            Map<String, @Nullable Object> namespaced,
            Map<String, @Nullable Object> included,
            Map<String, @Nullable Object> set) {
        static final Known NOTHING = new Known(Map.of(), Map.of(), Map.of(), Map.of());
    }

    /** Takes facts of a host; those it had under other names stay. */
    public void facts(String host, Map<String, ? extends @Nullable Object> facts) {
        if (!facts.isEmpty()) {
            change(host, known -> kept(host, withFacts(known, facts)));
        }
    }

    /** Takes variables of {@code set_fact}; cacheable ones are facts too. */
    public void setFacts(
            String host, Map<String, ? extends @Nullable Object> vars, boolean cacheable) {
        change(
                host,
                known -> {
                    var all = cacheable ? kept(host, withFacts(known, vars)) : known;
                    return new Known(
                            all.facts, all.namespaced, all.included, joined(all.set, vars));
                });
    }

    /** Keeps a result under the name that {@code register} gives it. */
    public void register(String host, String name, @Nullable Object result) {
        setFacts(host, Collections.singletonMap(name, result), false);
    }

    /** Takes variables of {@code include_vars}. */
    public void includeVars(String host, Map<String, ? extends @Nullable Object> vars) {
        change(
                host,
                known ->
                        new Known(
                                known.facts,
                                known.namespaced,
                                joined(known.included, vars),
                                known.set));
    }

    /** Forgets the facts of a host; what was set or registered stays. */
    public void clearFacts(String host) {
        change(
                host,
                known -> {
                    store.forget(host);
                    return new Known(Map.of(), Map.of(), known.included, known.set);
                });
    }

    /** Whether facts about a host were gathered, in this run or an earlier one. */
    public boolean hasFacts(String host) {
        return isGathered(of(host).facts());
    }

    static boolean isGathered(Map<String, @Nullable Object> facts) {
        return Boolean.TRUE.equals(facts.get("module_setup"));
    }

    private Known kept(String host, Known known) {
        store.write(host, known.facts);
        return known;
    }

    /** The facts of a host by the names that modules give them; for a cache of facts. */
    public Map<String, @Nullable Object> facts(String host) {
        return of(host).facts();
    }

    Known of(String host) {
        return hosts.computeIfAbsent(host, this::stored);
    }

    private void change(String host, UnaryOperator<Known> step) {
        hosts.compute(host, (_, known) -> step.apply(known == null ? stored(host) : known));
    }

    private Known stored(String host) {
        var facts = store.read(host);
        return facts.isEmpty() ? Known.NOTHING : withFacts(Known.NOTHING, facts);
    }

    private static Known withFacts(Known known, Map<String, ? extends @Nullable Object> facts) {
        var short0 = new LinkedHashMap<String, @Nullable Object>(known.namespaced);
        facts.forEach((name, value) -> short0.put(namespaced(name), value));
        return new Known(
                joined(known.facts, facts),
                Collections.unmodifiableMap(short0),
                known.included,
                known.set);
    }

    private static String namespaced(String name) {
        return name.startsWith("ansible_") && !name.equals("ansible_local")
                ? name.substring("ansible_".length())
                : name;
    }

    private static Map<String, @Nullable Object> joined(
            Map<String, @Nullable Object> old, Map<String, ? extends @Nullable Object> more) {
        var all = new LinkedHashMap<String, @Nullable Object>(old);
        all.putAll(more);
        return Collections.unmodifiableMap(all);
    }
}
