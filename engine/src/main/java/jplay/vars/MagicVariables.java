package jplay.vars;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jplay.inventory.Inventory;
import org.jspecify.annotations.Nullable;

/**
 * The variables that are always there and cannot be overridden: about the run, the inventory and
 * the play. They are put together anew only when the play's hosts or the inventory have changed.
 * Thread-safe.
 */
final class MagicVariables {
    private final Inventory inventory;
    private final Map<String, @Nullable Object> place;
    private final Map<String, @Nullable Object> choices;
    private volatile Optional<Known> ofPlay = Optional.empty();
    private volatile Optional<Known> ofRun = Optional.empty();

    /** What was put together, and of what. */
    private record Known(
            Object about,
            Map<String, @Nullable Object> groups,
            Map<String, @Nullable Object> variables) {}

    MagicVariables(Inventory inventory, RunVars run) {
        this.inventory = inventory;
        this.place = run.place();
        this.choices = run.choices(inventory.sources());
    }

    /** What a task of a play sees. */
    Map<String, @Nullable Object> of(PlayLayers play) {
        var known =
                ofPlay.filter(each -> isCurrent(each, play))
                        .orElseGet(() -> make(play, play.about(), play.hosts()));
        ofPlay = Optional.of(known);
        return known.variables();
    }

    /** What is seen without a play. */
    Map<String, @Nullable Object> ofRun() {
        var known =
                ofRun.filter(each -> isCurrent(each, this))
                        .orElseGet(() -> make(this, Map.of(), Map.of()));
        ofRun = Optional.of(known);
        return known.variables();
    }

    private boolean isCurrent(Known known, Object about) {
        return known.about() == about && known.groups() == inventory.hostNamesByGroup();
    }

    private Known make(
            Object of, Map<String, @Nullable Object> about, Map<String, @Nullable Object> hosts) {
        var groups = inventory.hostNamesByGroup();
        var all = new LinkedHashMap<String, @Nullable Object>();
        for (var part :
                List.of(
                        place,
                        about,
                        Map.<String, @Nullable Object>of("groups", groups),
                        hosts,
                        choices)) {
            all.putAll(part);
        }
        return new Known(of, groups, Collections.unmodifiableMap(all));
    }
}
