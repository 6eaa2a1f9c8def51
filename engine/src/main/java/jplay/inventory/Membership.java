package jplay.inventory;

import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Who is in which group, worked out once for each state of an inventory. Thread-safe. */
final class Membership {
    private static final Comparator<Group> MERGE_ORDER =
            Comparator.comparingInt(Group::depth)
                    .thenComparingInt(Group::priority)
                    .thenComparing(Group::name);

    private final Inventory inventory;
    private volatile State state = new State(-1);

    /**
     * What is known about one version of the inventory; hosts with the same own groups share an
     * entry.
     */
    private static final class State {
        private final long version;
        private final Map<Group, List<Host>> hosts = new ConcurrentHashMap<>();
        private final Map<List<Group>, List<Group>> groups = new ConcurrentHashMap<>();
        private final Map<String, Map<String, @Nullable Object>> names = new ConcurrentHashMap<>();

        State(long version) {
            this.version = version;
        }
    }

    Membership(Inventory inventory) {
        this.inventory = inventory;
    }

    List<Host> hostsOf(Group group) {
        return current().hosts.computeIfAbsent(group, Group::collectHosts);
    }

    List<Group> groupsOf(Host host) {
        return current().groups.computeIfAbsent(host.groups(), _ -> collectGroupsOf(host));
    }

    private List<Group> collectGroupsOf(Host host) {
        var direct = host.implicit() ? Stream.<Group>empty() : host.groups().stream();
        return Stream.concat(
                        inventory.group("all").stream(),
                        direct.flatMap(group -> group.withAncestors().stream()))
                .distinct()
                .sorted(MERGE_ORDER)
                .toList();
    }

    Map<String, @Nullable Object> namesByGroup() {
        return current().names.computeIfAbsent("", _ -> collectNames());
    }

    private Map<String, @Nullable Object> collectNames() {
        var names = new LinkedHashMap<String, @Nullable Object>();
        for (var group : inventory.groups()) {
            names.put(group.name(), hostsOf(group).stream().map(Host::name).toList());
        }
        return Collections.unmodifiableMap(names);
    }

    private State current() {
        var known = state;
        var version = inventory.version();
        if (known.version == version) {
            return known;
        }
        var fresh = new State(version);
        state = fresh;
        return fresh;
    }
}
