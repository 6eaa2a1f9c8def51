package jplay.inventory;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import jplay.config.Setting;
import jplay.config.Settings;
import jplay.diagnostic.Diagnostic;
import jplay.diagnostic.Location;
import jplay.diagnostic.PlaybookException;
import org.jspecify.annotations.Nullable;

/** Puts what one source says into the inventory; every mistake is told with its place. */
final class Enrolment {
    private final Inventory inventory;
    private final Host.Origin origin;
    private final boolean mergesHashes;
    private final boolean warnsOfNames;
    private final Consumer<Diagnostic> warnings;

    Enrolment(
            Inventory inventory,
            Host.Origin origin,
            Settings settings,
            Consumer<Diagnostic> warnings) {
        this.inventory = inventory;
        this.origin = origin;
        this.mergesHashes = settings.text(Setting.HASH_BEHAVIOUR).equals("merge");
        this.warnsOfNames = settings.text(Setting.TRANSFORM_INVALID_GROUP_CHARS).equals("never");
        this.warnings = warnings;
    }

    /** Tells something dubious. */
    void warn(Location place, String message) {
        warnings.accept(Diagnostic.warning(place, 1, message));
    }

    /** Finds or makes a group. */
    Group group(String name, Location place) {
        var known = inventory.group(name);
        if (known.isPresent()) {
            return known.get();
        }
        if (name.isEmpty()) {
            throw new PlaybookException(place, "a group needs a name");
        }
        if (warnsOfNames && !name.matches("[A-Za-z_]\\w*")) {
            warn(
                    place,
                    "Invalid characters were found in group names but not replaced: '"
                            + name
                            + "'");
        }
        return inventory.defineGroup(name);
    }

    /** Puts a group below another. */
    void child(Group parent, Group child, Location place) {
        try {
            inventory.makeChild(parent, child);
        } catch (IllegalArgumentException e) {
            throw new PlaybookException(place, e.getMessage());
        }
    }

    /** Gives variables to a group. */
    void groupVars(Group group, Map<String, ? extends @Nullable Object> vars, Location place) {
        try {
            group.addVars(merged(group.vars(), vars));
        } catch (NumberFormatException e) {
            throw new PlaybookException(
                    place,
                    "ansible_group_priority: got '"
                            + vars.get("ansible_group_priority")
                            + "', want a number");
        }
    }

    /** Puts hosts, written with ranges or a port, into a group and gives them variables. */
    void hosts(
            String written,
            Group group,
            Map<String, ? extends @Nullable Object> vars,
            Location place) {
        if (written.endsWith(":") || written.equals("---")) {
            throw new PlaybookException(place, "got '" + written + "', want a host's name");
        }
        var address = HostAddress.parse(written);
        try {
            for (var name : HostRange.expand(address.name())) {
                var isNew = !inventory.names(name);
                host(name, group, isNew ? withPort(address, vars) : vars);
            }
        } catch (IllegalArgumentException e) {
            throw new PlaybookException(place, "host '" + written + "': " + e.getMessage());
        }
    }

    /** Puts one host into a group and gives it variables. */
    void host(String name, Group group, Map<String, ? extends @Nullable Object> vars) {
        inventory.enroll(host(name, vars), group);
    }

    private Host host(String name, Map<String, ? extends @Nullable Object> vars) {
        var host = inventory.define(name, origin);
        host.addVars(merged(host.vars(), vars));
        return host;
    }

    /** Gives variables to a host that some group names; others are passed over. */
    void knownHostVars(String name, Map<String, ? extends @Nullable Object> vars) {
        if (inventory.names(name)) {
            host(name, vars);
        }
    }

    private static Map<String, ? extends @Nullable Object> withPort(
            HostAddress address, Map<String, ? extends @Nullable Object> vars) {
        if (address.port().isEmpty()) {
            return vars;
        }
        var all = new LinkedHashMap<String, @Nullable Object>();
        all.put("ansible_port", address.port().get());
        all.putAll(vars);
        return all;
    }

    private Map<String, ? extends @Nullable Object> merged(
            Map<String, @Nullable Object> old, Map<String, ? extends @Nullable Object> more) {
        if (!mergesHashes || old.isEmpty()) {
            return more;
        }
        var all = new LinkedHashMap<String, @Nullable Object>();
        more.forEach((name, value) -> all.put(name, Hashes.merged(old.get(name), value)));
        return all;
    }
}
