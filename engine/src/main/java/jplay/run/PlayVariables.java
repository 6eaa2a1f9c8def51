package jplay.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import jplay.inventory.Host;
import jplay.inventory.Inventory;
import jplay.play.Step;
import jplay.playbook.Play;
import jplay.playbook.Role;
import jplay.task.TaskScopes;
import jplay.template.Scope;
import jplay.vars.PlayScope;
import jplay.vars.TaskScope;
import jplay.vars.Variables;

/** What the tasks of one play see. Written by one thread, read by many. */
final class PlayVariables implements TaskScopes {
    private static final String LOOPBACK = "127.0.0.1";

    private final Variables variables;
    private final Inventory inventory;
    private final Supplier<List<String>> selection;
    private volatile PlayScope scope;

    /**
     * @param selection finds the hosts of the play in the inventory as it is
     */
    PlayVariables(
            Variables variables,
            Inventory inventory,
            PlayScope scope,
            Supplier<List<String>> selection) {
        this.variables = variables;
        this.inventory = inventory;
        this.scope = scope;
        this.selection = selection;
    }

    /**
     * What the play's own keywords and the names of its handlers see: the variables of the play
     * alone.
     */
    Scope ofPlay() {
        return variables.play(scope.play(), scope.vars());
    }

    /** What a host sees in this play without any task. */
    Scope ofHost(String host) {
        return variables.task(
                new TaskScope(
                        scope, host(host), Optional.empty(), Optional.empty(), Map.of(), Map.of()));
    }

    @Override
    public Scope of(Step step) {
        return variables.task(request(step));
    }

    @Override
    public Scope delegated(Step step, String delegate) {
        return variables.connection(request(step).delegatedTo(host(delegate)));
    }

    private TaskScope request(Step step) {
        return new TaskScope(
                scope,
                host(step.host()),
                Optional.of(step.task()),
                Optional.empty(),
                step.includeVars(),
                step.overrides());
    }

    @Override
    public String address(String host) {
        var known = host(host);
        return known.implicit() && inventory.host(host).isPresent() ? LOOPBACK : host;
    }

    private Host host(String name) {
        return inventory.hostOrStranger(name);
    }

    /**
     * A batch begins.
     *
     * @param left hosts of the play that neither failed nor were lost
     */
    void batch(List<String> hosts, List<String> left) {
        change(hosts, left, scope.allHosts());
    }

    /** All hosts of the play. */
    List<String> allHosts() {
        return scope.allHosts();
    }

    /** The inventory was read again: the hosts of the play are others, those of the batch not. */
    void refreshed() {
        var all = selection.get();
        var left = new ArrayList<>(all);
        var out = new ArrayList<>(scope.allHosts());
        out.removeAll(scope.hosts());
        left.removeAll(out);
        change(scope.batch(), left, all);
    }

    /** Some hosts of the batch are out. */
    void left(List<String> batch) {
        if (batch.equals(scope.batch())) {
            return;
        }
        var out = new ArrayList<>(scope.batch());
        out.removeAll(batch);
        var hosts = new ArrayList<>(scope.hosts());
        hosts.removeAll(out);
        change(batch, hosts, scope.allHosts());
    }

    /** The rest of the play sees the variables of these roles, over those of earlier ones. */
    void publish(List<Role> roles) {
        var latest = roles.stream().filter(Role::publishes).toList();
        if (!latest.isEmpty()) {
            var all = new ArrayList<>(scope.publishedRoles());
            all.removeAll(latest);
            all.addAll(latest);
            change(scope.batch(), scope.hosts(), scope.allHosts(), all);
        }
    }

    private void change(List<String> batch, List<String> hosts, List<String> allHosts) {
        change(batch, hosts, allHosts, scope.publishedRoles());
    }

    private void change(
            List<String> batch, List<String> hosts, List<String> allHosts, List<Role> roles) {
        scope =
                new PlayScope(
                        scope.play(),
                        scope.name(),
                        scope.vars(),
                        roles,
                        batch,
                        hosts,
                        allHosts,
                        scope.files());
    }

    Play play() {
        return scope.play();
    }
}
