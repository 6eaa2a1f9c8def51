package jplay.vars;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import jplay.inventory.Group;
import jplay.inventory.Host;
import jplay.inventory.Inventory;
import jplay.inventory.VariableFile;
import jplay.inventory.VariableFolder;
import org.jspecify.annotations.Nullable;

/**
 * What the inventory, {@code group_vars} and {@code host_vars} give to a host: worked out once per
 * host and per set of groups, and again when the inventory has changed. Thread-safe.
 */
final class InventoryVars {
    private final Inventory inventory;
    private final VariableFolder playbook;
    private final VariableFile merger;
    private volatile State state = new State(-1);

    /** What is known about one version of the inventory. */
    private static final class State {
        private final long version;
        private final Map<Host, Map<String, @Nullable Object>> hosts = new ConcurrentHashMap<>();
        private final Map<List<Group>, Map<String, @Nullable Object>> groups =
                new ConcurrentHashMap<>();

        State(long version) {
            this.version = version;
        }
    }

    /**
     * @param playbook the folders beside the playbook
     */
    InventoryVars(Inventory inventory, VariableFolder playbook, VariableFile merger) {
        this.inventory = inventory;
        this.playbook = playbook;
        this.merger = merger;
    }

    /** Of the host itself. */
    Map<String, @Nullable Object> ofHost(Host host) {
        return current().hosts.computeIfAbsent(host, this::collectHost);
    }

    /** Of the groups it is in. */
    Map<String, @Nullable Object> ofGroups(Host host) {
        return current().groups.computeIfAbsent(inventory.groupsOf(host), this::collectGroups);
    }

    /** The inventory becomes another; files of groups and hosts that are new are looked for. */
    void become(Inventory fresh) {
        inventory.folders().forEach(folder -> folder.lookAgain(inventory));
        playbook.lookAgain(inventory);
        inventory.become(fresh);
    }

    private Map<String, @Nullable Object> collectHost(Host host) {
        var all = new LinkedHashMap<String, @Nullable Object>();
        if (!host.implicit()) {
            all.put("inventory_file", host.origin().file());
            all.put("inventory_dir", host.origin().folder());
        }
        all.putAll(host.vars());
        all.put("inventory_hostname", host.name());
        all.put("inventory_hostname_short", host.name().split("\\.", 2)[0]);
        all.put("group_names", groupNames(host));
        inventory.folders().forEach(folder -> merger.merge(all, folder.host(host.name())));
        merger.merge(all, playbook.host(host.name()));
        return Collections.unmodifiableMap(all);
    }

    private List<String> groupNames(Host host) {
        return inventory.groupsOf(host).stream()
                .map(Group::name)
                .filter(name -> !name.equals("all"))
                .sorted()
                .toList();
    }

    private Map<String, @Nullable Object> collectGroups(List<Group> groups) {
        var all = new LinkedHashMap<String, @Nullable Object>();
        groups.forEach(group -> merger.merge(all, group.vars()));
        var folders = new ArrayList<>(inventory.folders());
        folders.add(playbook);
        var everyone = groups.subList(0, 1);
        var others = groups.subList(1, groups.size());
        for (var part : List.of(everyone, others)) {
            for (var folder : folders) {
                part.forEach(group -> merger.merge(all, folder.group(group.name())));
            }
        }
        return Collections.unmodifiableMap(all);
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
