package jplay.inventory;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A group of hosts and of other groups. Thread-safe; only its {@link Inventory} changes it. */
public final class Group {
    private final String name;
    private final Roster<Host> hosts = new Roster<>();
    private final Roster<Group> children = new Roster<>();
    private final Roster<Group> parents = new Roster<>();
    private volatile Map<String, @Nullable Object> vars = Map.of();
    private volatile int priority = 1;

    Group(String name) {
        this.name = name;
    }

    /** Its name. */
    public String name() {
        return name;
    }

    /** Hosts it names itself, in order. */
    public List<Host> ownHosts() {
        return hosts.list();
    }

    /** Groups it names itself, in order. */
    public List<Group> children() {
        return children.list();
    }

    /** Groups that name it. */
    public List<Group> parents() {
        return parents.list();
    }

    /** Variables that its sources give it; those of {@code group_vars} are not among them. */
    public Map<String, @Nullable Object> vars() {
        return vars;
    }

    /** {@code ansible_group_priority}: of groups as deep as each other, the higher one wins. */
    public int priority() {
        return priority;
    }

    /** How far below {@code all} it is, by the longest way. */
    public int depth() {
        return parents().stream().mapToInt(parent -> parent.depth() + 1).max().orElse(0);
    }

    /** Itself and all groups below it, nearest first. */
    public List<Group> withDescendants() {
        return reach(Group::children);
    }

    /** Itself and all groups above it, nearest first. */
    public List<Group> withAncestors() {
        return reach(Group::parents);
    }

    private List<Group> reach(Function<Group, List<Group>> step) {
        Set<Group> seen = new LinkedHashSet<>();
        var queue = new ArrayDeque<Group>();
        queue.add(this);
        while (!queue.isEmpty()) {
            var group = queue.remove();
            if (seen.add(group)) {
                queue.addAll(step.apply(group));
            }
        }
        return List.copyOf(seen);
    }

    /** All hosts in it and below it, each once. */
    List<Host> collectHosts() {
        var all = new LinkedHashSet<Host>();
        withDescendants().forEach(group -> all.addAll(group.ownHosts()));
        return List.copyOf(all);
    }

    /** To be called under the inventory's lock. */
    void addVars(Map<String, ? extends @Nullable Object> more) {
        var all = new LinkedHashMap<String, @Nullable Object>(vars);
        all.putAll(more);
        var wanted = all.remove("ansible_group_priority");
        if (wanted != null) {
            priority =
                    wanted instanceof Number number
                            ? number.intValue()
                            : Integer.parseInt(wanted.toString().strip());
        }
        vars = Collections.unmodifiableMap(all);
    }

    /** To be called under the inventory's lock. */
    void add(Host host) {
        hosts.add(host);
    }

    /** To be called under the inventory's lock. */
    void drop(Host host) {
        hosts.remove(host);
    }

    /**
     * To be called under the inventory's lock; the caller has made sure that no circle comes of it.
     */
    void adopt(Group child) {
        children.add(child);
        child.parents.add(this);
    }

    /** To be called under the inventory's lock. */
    void disown(Group child) {
        children.remove(child);
        child.parents.remove(this);
    }

    @Override
    public String toString() {
        return name;
    }
}
