package jplay.run;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import jplay.callback.Callback;
import jplay.diagnostic.PlaybookException;
import jplay.inventory.Host;
import jplay.inventory.HostPattern;
import jplay.inventory.Inventory;
import jplay.playbook.Play;
import org.jspecify.annotations.Nullable;

/** Finds the hosts of a play. */
record HostSelection(Inventory inventory, Optional<HostPattern> limit, Callback callback) {
    /** Those that the pattern means, in the order of the inventory. */
    List<String> select(@Nullable Object pattern) {
        var parsed = HostPattern.parse(pattern);
        var hosts =
                limit.isPresent()
                        ? parsed.select(inventory, limit.get(), callback::warned)
                        : parsed.select(inventory, callback::warned);
        return hosts.stream().map(Host::name).toList();
    }

    /** The order in which they are taken. */
    static List<String> ordered(List<String> hosts, Play play, @Nullable Object order) {
        var names = new ArrayList<>(hosts);
        switch (order == null ? "inventory" : order.toString()) {
            case "inventory" -> {}
            case "sorted" -> Collections.sort(names);
            case "reverse_sorted" -> names.sort(Collections.reverseOrder());
            case "reverse_inventory" -> Collections.reverse(names);
            case "shuffle" -> Collections.shuffle(names);
            default ->
                    throw new PlaybookException(
                            play.location(),
                            "order: got '%s', want one of inventory, reverse_inventory, sorted, reverse_sorted, shuffle"
                                    .formatted(order));
        }
        return names;
    }
}
