package jplay.run;

import java.util.List;
import java.util.Map;
import jplay.inventory.Inventory;
import jplay.result.CustomStats;
import jplay.strategy.RunState;
import jplay.task.Effect;
import jplay.task.Reach;
import jplay.vars.HostVars;
import org.jspecify.annotations.Nullable;

/** Carries what results change over to variables, inventory and connections. */
final class LiveState implements RunState {
    private final PlayVariables play;
    private final HostVars hostVars;
    private final Inventory inventory;
    private final Reach reach;
    private final CustomStats stats;
    private final HostLedger ledger;
    private final Runnable refresh;

    LiveState(PlayVariables play, HostVars hostVars, Inventory inventory, RunWide runWide) {
        this.play = play;
        this.hostVars = hostVars;
        this.inventory = inventory;
        this.reach = runWide.reach();
        this.stats = runWide.stats();
        this.ledger = runWide.ledger();
        this.refresh = runWide.refresh();
    }

    /**
     * What outlives a play.
     *
     * @param refresh reads the sources of the inventory again
     */
    record RunWide(Reach reach, CustomStats stats, HostLedger ledger, Runnable refresh) {}

    @Override
    public void register(String host, String name, Map<String, @Nullable Object> result) {
        hostVars.register(host, name, result);
    }

    @Override
    public void setFacts(String host, Effect.SetFacts facts) {
        hostVars.setFacts(host, facts.values(), facts.cacheable());
    }

    @Override
    public void facts(String host, Map<String, @Nullable Object> facts) {
        hostVars.facts(host, facts);
    }

    @Override
    public void includeVars(String host, Map<String, @Nullable Object> vars) {
        hostVars.includeVars(host, vars);
    }

    @Override
    public void addHost(Effect.AddHost host) {
        inventory.addHost(host.name(), host.groups(), host.vars());
    }

    @Override
    public void joinGroup(String host, Effect.JoinGroup group) {
        inventory
                .host(host)
                .ifPresent(member -> inventory.addToGroup(member, group.group(), group.parents()));
    }

    @Override
    public void stats(String host, Effect.Stats given) {
        if (given.perHost()) {
            stats.takeForHost(host, given.data(), given.aggregate());
        } else {
            stats.takeForRun(given.data(), given.aggregate());
        }
    }

    @Override
    public void clearFacts(List<String> hosts) {
        hosts.forEach(hostVars::clearFacts);
    }

    @Override
    public void resetConnection(String host) {
        reach.reset(host);
    }

    @Override
    public void refreshInventory() {
        refresh.run();
        play.refreshed();
    }

    @Override
    public void clearHostErrors() {
        ledger.forgive();
    }

    @Override
    public boolean knows(String host) {
        return inventory.host(host).isPresent();
    }

    @Override
    public void hostsLeft(List<String> hosts) {
        play.left(hosts);
    }
}
