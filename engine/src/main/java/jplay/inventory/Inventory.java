package jplay.inventory;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** All hosts and groups of a run; owner of what tasks add to them. Thread-safe. */
public final class Inventory {
    private static final Set<String> LOCAL_NAMES = Set.of("localhost", "127.0.0.1", "::1");
    private final ReentrantLock lock = new ReentrantLock();
    private final AtomicLong version = new AtomicLong();
    private volatile Map<String, Host> hosts = new ConcurrentHashMap<>();
    private final Map<String, Host> implicitHosts = new ConcurrentHashMap<>();
    private final Map<String, Host> strangers = new ConcurrentHashMap<>();
    private volatile Map<String, Group> groups = new ConcurrentHashMap<>();
    private volatile Optional<Host> namedLocalHost = Optional.empty();
    private volatile Roster<Host> hostOrder = new Roster<>();
    private volatile Roster<Group> groupOrder = new Roster<>();
    private volatile Group all = makeGroup("all");
    private volatile Group ungrouped = makeGroup("ungrouped");
    private final List<Consumer<Inventory>> made = new ArrayList<>();
    private final Membership membership = new Membership(this);
    private final List<String> sources;
    private volatile List<VariableFolder> folders;

    /**
     * An inventory without hosts.
     *
     * @param sources what it is read from, as {@code ansible_inventory_sources} tells it
     * @param folders {@code group_vars} and {@code host_vars} beside the sources, in their order
     */
    public Inventory(List<String> sources, List<VariableFolder> folders) {
        this.sources = List.copyOf(sources);
        this.folders = List.copyOf(folders);
        all.adopt(ungrouped);
    }

    /** What it was read from. */
    public List<String> sources() {
        return sources;
    }

    /** {@code group_vars} and {@code host_vars} beside the sources, in their order. */
    public List<VariableFolder> folders() {
        return folders;
    }

    /** Counts changes, so that others can keep what they derived. */
    public long version() {
        return version.get();
    }

    /** All hosts, in the order they were named; the implicit localhost is not among them. */
    public List<Host> hosts() {
        return hostOrder.list();
    }

    /** All groups, {@code all} and {@code ungrouped} first, then in the order they were named. */
    public List<Group> groups() {
        return groupOrder.list();
    }

    /**
     * A host by name; {@code localhost} (also {@code 127.0.0.1} and {@code ::1}) is always there,
     * and is the first host of one of these names when the sources name any.
     */
    public Optional<Host> host(String name) {
        return Optional.ofNullable(hosts.get(name)).or(() -> localHost(name));
    }

    /** Whether a source or a task named a host so. */
    boolean names(String name) {
        return hosts.containsKey(name);
    }

    /**
     * A host by name, also one that no source names: a task can be delegated to it by its address.
     */
    public Host hostOrStranger(String name) {
        return host(name)
                .orElseGet(() ->
                        strangers.computeIfAbsent(
                                name, _ -> new Host(name, Host.Origin.NONE, true)));
    }

    /** A group by name. */
    public Optional<Group> group(String name) {
        return Optional.ofNullable(groups.get(name));
    }

    /** All hosts of a group and of the groups below it, each once. */
    public List<Host> hostsOf(Group group) {
        return membership.hostsOf(group);
    }

    /**
     * Names of the hosts by group, as the variable {@code groups} tells them; not to be changed.
     */
    public Map<String, @Nullable Object> hostNamesByGroup() {
        return membership.namesByGroup();
    }

    /**
     * All groups a host is in, by whatever way, in the order their variables are merged: {@code
     * all} first.
     */
    public List<Group> groupsOf(Host host) {
        return membership.groupsOf(host);
    }

    /**
     * Adds a host, or variables and groups to one that is there; for a task that makes hosts known.
     */
    public Host addHost(
            String name,
            Collection<String> groupNames,
            Map<String, ? extends @Nullable Object> vars) {
        lock.lock();
        try {
            var host = define(name, Host.Origin.NONE);
            host.addVars(vars);
            all.add(host);
            groupNames.forEach(group -> enroll(host, topLevel(group)));
            settle(host);
            made.add(it -> it.addHost(name, groupNames, vars));
            return host;
        } finally {
            version.incrementAndGet();
            lock.unlock();
        }
    }

    /**
     * Puts a host into a group, which is made when there is none; for a task that groups hosts.
     *
     * @param parents groups that get the group as their child; {@code all} when there are none
     * @return whether anything changed
     */
    public boolean addToGroup(Host host, String groupName, List<String> parents) {
        lock.lock();
        try {
            var group = defineGroup(groupName);
            var changed = false;
            for (var parent : parents) {
                changed |= makeChild(topLevel(parent), group);
            }
            if (group.parents().isEmpty()) {
                all.adopt(group);
            }
            changed |= enroll(host, group);
            settle(host);
            made.add(it ->
                    it.host(host.name())
                            .ifPresent(same -> it.addToGroup(same, groupName, parents)));
            return changed;
        } finally {
            version.incrementAndGet();
            lock.unlock();
        }
    }

    /** Takes over what was read anew, and on top what tasks made. */
    public void become(Inventory fresh) {
        lock.lock();
        try {
            List.copyOf(made).forEach(each -> each.accept(fresh));
            groups = fresh.groups;
            groupOrder = fresh.groupOrder;
            hosts = fresh.hosts;
            hostOrder = fresh.hostOrder;
            all = fresh.all;
            ungrouped = fresh.ungrouped;
            namedLocalHost = fresh.namedLocalHost;
            folders = VariableFolder.known(folders, fresh.folders);
        } finally {
            version.incrementAndGet();
            lock.unlock();
        }
    }

    /**
     * Finds or makes a host; for those who read sources, which happens before anything else looks.
     */
    Host define(String name, Host.Origin origin) {
        return hosts.computeIfAbsent(
                name,
                _ -> {
                    var host = new Host(name, origin, false);
                    hostOrder.add(host);
                    if (LOCAL_NAMES.contains(name) && namedLocalHost.isEmpty()) {
                        namedLocalHost = Optional.of(host);
                    }
                    return host;
                });
    }

    /** Finds or makes a group, with no parent yet; see {@link #settle()}. */
    Group defineGroup(String name) {
        lock.lock();
        try {
            var known = groups.get(name);
            return known == null ? makeGroup(name) : known;
        } finally {
            lock.unlock();
        }
    }

    private Group topLevel(String name) {
        var group = defineGroup(name);
        if (group.parents().isEmpty() && !group.equals(all)) {
            all.adopt(group);
        }
        return group;
    }

    private Group makeGroup(String name) {
        var group = new Group(name);
        groups.put(name, group);
        groupOrder.add(group);
        return group;
    }

    /** Puts a host into a group; whether it was not there. */
    boolean enroll(Host host, Group group) {
        group.add(host);
        return !group.equals(all) && host.join(group);
    }

    /**
     * Puts a group below another.
     *
     * @return false when it was there already
     * @throws IllegalArgumentException when a circle would come of it
     */
    boolean makeChild(Group parent, Group child) {
        if (parent.children().contains(child)) {
            return false;
        }
        if (child.withDescendants().contains(parent)) {
            throw new IllegalArgumentException(
                    "group '"
                            + child.name()
                            + "' cannot be a child of '"
                            + parent.name()
                            + "', which is in it");
        }
        parent.adopt(child);
        if (!parent.equals(all) && child.parents().contains(all) && !child.equals(ungrouped)) {
            all.disown(child);
        }
        return true;
    }

    /**
     * After a source was read: every group is below {@code all}, every host in a group or in {@code
     * ungrouped}.
     */
    void settle() {
        for (var group : groups()) {
            if (!group.equals(all) && group.parents().isEmpty()) {
                all.adopt(group);
            }
        }
        hosts().forEach(this::settle);
        version.incrementAndGet();
    }

    private void settle(Host host) {
        var own = host.groups();
        if (own.isEmpty()) {
            enroll(host, ungrouped);
        } else if (own.size() > 1 && own.contains(ungrouped)) {
            ungrouped.drop(host);
            host.leave(ungrouped);
        }
    }

    private Optional<Host> localHost(String name) {
        if (!LOCAL_NAMES.contains(name)) {
            return Optional.empty();
        }
        return namedLocalHost.or(() ->
                Optional.of(
                        implicitHosts.computeIfAbsent(
                                name,
                                _ -> {
                                    var host = new Host(name, Host.Origin.NONE, true);
                                    host.addVars(Map.of("ansible_connection", "local"));
                                    return host;
                                })));
    }
}
