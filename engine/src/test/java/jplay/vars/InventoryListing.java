package jplay.vars;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jplay.inventory.Group;
import jplay.inventory.Host;
import jplay.inventory.Inventory;
import jplay.inventory.VariableFile;
import jplay.inventory.VariableFolder;
import jplay.vault.Vault;
import org.jspecify.annotations.Nullable;

/** An inventory as {@code ansible-inventory --list} tells it. */
record InventoryListing(Inventory inventory, Path folder) {
    private static final Set<String> MAGIC =
            Set.of(
                    "inventory_file",
                    "inventory_dir",
                    "inventory_hostname",
                    "inventory_hostname_short",
                    "group_names");

    Map<String, @Nullable Object> told() throws IOException {
        var told = new LinkedHashMap<String, @Nullable Object>();
        var hostvars = new LinkedHashMap<String, @Nullable Object>();
        for (var host : inventory.hosts()) {
            var vars = variables(host);
            if (!vars.isEmpty() && isReachable(host)) {
                hostvars.put(host.name(), vars);
            }
        }
        told.put("_meta", Map.of("hostvars", hostvars));
        reachable().forEach(group -> told.put(group.name(), body(group)));
        told.values().removeIf(body -> body instanceof Map<?, ?> map && map.isEmpty());
        return told;
    }

    private boolean isReachable(Host host) {
        return reachable().stream().anyMatch(group -> group.ownHosts().contains(host));
    }

    private List<Group> reachable() {
        return inventory.group("all").orElseThrow().withDescendants();
    }

    private static Map<String, @Nullable Object> body(Group group) {
        var body = new LinkedHashMap<String, @Nullable Object>();
        var children = group.children().stream().map(Group::name).toList();
        var hosts = group.ownHosts().stream().map(Host::name).toList();
        if (!children.isEmpty()) {
            body.put("children", children);
        }
        if (!hosts.isEmpty() && !group.name().equals("all")) {
            body.put("hosts", hosts);
        }
        return body;
    }

    private Map<String, @Nullable Object> variables(Host host) throws IOException {
        var reader = new VariableFile(false, Vault.NONE, _ -> {});
        var beside = folder.resolve("playbook_dir");
        var base = Files.exists(beside) ? folder.resolve(Files.readString(beside).strip()) : folder;
        var vars = new InventoryVars(inventory, new VariableFolder(base, reader), reader);
        var all = new LinkedHashMap<>(vars.ofGroups(host));
        all.putAll(vars.ofHost(host));
        all.keySet().removeAll(MAGIC);
        return all;
    }
}
