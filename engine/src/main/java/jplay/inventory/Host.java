package jplay.inventory;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A host of the inventory. Thread-safe; only its {@link Inventory} changes it. */
public final class Host {
    private final String name;
    private final Origin origin;
    private final boolean implicit;
    private volatile Map<String, @Nullable Object> vars = Map.of();
    private volatile List<Group> groups = List.of();

    /**
     * Where a host was first named.
     *
     * @param file the source, as {@code inventory_file} tells it; null for hosts added by a task
     * @param folder its folder, as {@code inventory_dir} tells it; null when the source is no file
     */
    public record Origin(@Nullable String file, @Nullable String folder) {
        /** Not from a source. */
        public static final Origin NONE = new Origin(null, null);
    }

    Host(String name, Origin origin, boolean implicit) {
        this.name = name;
        this.origin = origin;
        this.implicit = implicit;
    }

    /** Its name in the inventory. */
    public String name() {
        return name;
    }

    /** The source that named it. */
    public Origin origin() {
        return origin;
    }

    /** Whether it is in no source: the {@code localhost} that is always there. */
    public boolean implicit() {
        return implicit;
    }

    /**
     * Variables that its sources give it; those of groups and of {@code host_vars} are not among
     * them.
     */
    public Map<String, @Nullable Object> vars() {
        return vars;
    }

    /** Groups that name it themselves, without {@code all}. */
    public List<Group> groups() {
        return groups;
    }

    /** To be called under the inventory's lock. */
    void addVars(Map<String, ? extends @Nullable Object> more) {
        if (more.isEmpty()) {
            return;
        }
        var all = new LinkedHashMap<String, @Nullable Object>(vars);
        all.putAll(more);
        vars = Collections.unmodifiableMap(all);
    }

    /** To be called under the inventory's lock. */
    boolean join(Group group) {
        if (groups.contains(group)) {
            return false;
        }
        var all = new ArrayList<>(groups);
        all.add(group);
        groups = List.copyOf(all);
        return true;
    }

    /** To be called under the inventory's lock. */
    void leave(Group group) {
        groups = groups.stream().filter(each -> !each.equals(group)).toList();
    }

    @Override
    public String toString() {
        return name;
    }
}
