package jplay.template.lookup;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import jplay.diagnostic.PlaybookException;
import jplay.inventory.HostPattern;
import jplay.inventory.Inventory;
import jplay.template.filter.FilterCall;
import jplay.template.python.Iteration;
import jplay.template.python.PythonError;
import jplay.template.python.Text;
import org.jspecify.annotations.Nullable;

/**
 * The lookup of hosts by a pattern, as a play's {@code hosts} would mean them. It knows the groups
 * that the variable {@code groups} tells of.
 */
final class InventoryLookup {
    static final List<Lookup> TABLE =
            List.of(Lookup.of("inventory_hostnames(terms)", InventoryLookup::names));

    private InventoryLookup() {}

    private static List<@Nullable Object> names(FilterCall call) {
        var pattern = call.list().stream().map(Text::of).toList();
        try {
            return new ArrayList<>(
                    HostPattern.parse(pattern).select(inventory(call)).stream()
                            .map(host -> host.name())
                            .toList());
        } catch (PlaybookException e) {
            throw PythonError.value(e.getMessage());
        }
    }

    private static Inventory inventory(FilterCall call) {
        var inventory = new Inventory(List.of(), List.of());
        if (call.evaluation().variable("groups") instanceof Map<?, ?> groups) {
            groups.forEach((group, hosts) -> {
                for (var host : Iteration.list(hosts)) {
                    inventory.addHost(Text.of(host), List.of(Text.of(group)), Map.of());
                }
            });
        }
        return inventory;
    }
}
