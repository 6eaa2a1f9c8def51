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

/** Finds the hosts of a play, in the order it asks for. */
record HostSelection(Inventory inventory, Optional<HostPattern> limit, Callback callback) {
    List<String> select(Play play, @Nullable Object pattern, @Nullable Object order) {
        var parsed = HostPattern.parse(pattern);
        var hosts = limit.isPresent()
                ? parsed.select(inventory, limit.get(), callback::warned)
                : parsed.select(inventory, callback::warned);
        var names = new ArrayList<>(hosts.stream().map(Host::name).toList());
        switch (order == null ? "inventory" : order.toString()) {
            case "inventory" -> {}
            case "sorted" -> Collections.sort(names);
            case "reverse_sorted" -> names.sort(Collections.reverseOrder());
            case "reverse_inventory" -> Collections.reverse(names);
            case "shuffle" -> Collections.shuffle(names);
            default -> throw new PlaybookException(
                    play.location(),
                    "order: got '%s', want one of inventory, reverse_inventory, sorted, reverse_sorted, shuffle"
                            .formatted(order));
        }
        return names;
    }
}
