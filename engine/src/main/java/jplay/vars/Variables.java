package jplay.vars;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import jplay.config.Setting;
import jplay.diagnostic.Diagnostic;
import jplay.inventory.Host;
import jplay.inventory.Inventory;
import jplay.inventory.VariableFile;
import jplay.inventory.VariableFolder;
import jplay.playbook.Play;
import jplay.playbook.Role;
import jplay.playbook.Task;
import jplay.template.Scope;
import jplay.value.Omit;
import org.jspecify.annotations.Nullable;

/** All variables of one run: hands out what a play, a host or a task sees. Thread-safe. */
public final class Variables {
    private final HostVars hostVars;
    private final RunVars run;
    private final InventoryVars inventoryVars;
    private final VariableFile merger;
    private final MagicVariables magic;
    private final OtherHosts otherHosts;
    private volatile Optional<PlayLayers> latest = Optional.empty();

    /**
     * Reads the variables beside the playbook.
     *
     * @throws jplay.diagnostic.PlaybookException when a file of variables is wrong
     */
    public Variables(Inventory inventory, HostVars hostVars, RunVars run) {
        this.hostVars = hostVars;
        this.run = run;
        Consumer<Diagnostic> unheard = _ -> {};
        this.merger = VariableFile.of(run.settings(), unheard);
        var playbook = new VariableFolder(run.playbookFolder(), merger);
        playbook.readAll(inventory);
        this.inventoryVars = new InventoryVars(inventory, playbook, merger);
        this.magic = new MagicVariables(inventory, run);
        this.otherHosts = new OtherHosts(inventory, this::host);
    }

    /** The inventory becomes another, as when its sources were read again. */
    public void refresh(Inventory fresh) {
        inventoryVars.become(fresh);
    }

    /** The owner of what tasks find out about hosts. */
    public HostVars hostVars() {
        return hostVars;
    }

    /**
     * What the keywords of a play see before there is a host: {@code hosts}, {@code name}, {@code
     * serial}.
     */
    public Scope play(Play play, Map<String, @Nullable Object> playVars) {
        var here = Map.<String, @Nullable Object>of("omit", Omit.OMIT);
        var folder =
                Optional.ofNullable(play.file().toAbsolutePath().getParent())
                        .orElse(run.playbookFolder());
        return scope(
                List.of(here, magic.ofRun(), run.extra(), playVars),
                List.of(folder),
                HostVars.Known.NOTHING);
    }

    /**
     * What is known about a host by itself, without any play: what {@code hostvars} shows of it.
     */
    public Scope host(Host host) {
        var known = hostVars.of(host.name());
        var layers = new ArrayList<Map<String, @Nullable Object>>();
        layers.addAll(List.of(magic.ofRun(), run.extra(), known.set(), known.included()));
        addHost(layers, host, known);
        return scope(layers, List.of(run.playbookFolder()), known);
    }

    /** What a task sees on its host, also when another host acts for it. */
    public Scope task(TaskScope request) {
        var known = hostVars.of(request.host().name());
        var play = layers(request.play());
        var searchPath = searchPath(request.task());
        var role = request.task().flatMap(Task::role);
        var layers = new ArrayList<Map<String, @Nullable Object>>(24);
        layers.add(request.local());
        layers.addAll(
                List.of(
                        taskMagic(request, searchPath),
                        magic.of(play),
                        run.extra(),
                        request.includeVars()));
        role.ifPresent(it -> RoleLayers.parameters(it).forEach(layers::add));
        layers.addAll(List.of(known.set(), known.included()));
        request.task().ifPresent(task -> layers.add(task.directives().vars()));
        role.ifPresent(it -> RoleLayers.vars(it).forEach(layers::add));
        layers.addAll(List.of(play.roleVars(), files(request, known), request.play().vars()));
        addHost(layers, request.host(), known);
        role.ifPresent(it -> RoleLayers.defaults(it).forEach(layers::add));
        layers.add(play.roleDefaults());
        return scope(layers, searchPath, known);
    }

    /** What the host's own files of the play hold; their names do not see what tasks set. */
    private Map<String, @Nullable Object> files(TaskScope request, HostVars.Known known) {
        var files = request.play().files();
        if (!files.any()) {
            return Map.of();
        }
        var play = layers(request.play());
        var seen = new ArrayList<Map<String, @Nullable Object>>();
        seen.addAll(List.of(magic.ofRun(), magic.of(play), run.extra(), request.play().vars()));
        addHost(seen, request.host(), known);
        seen.add(play.roleDefaults());
        var scope = scope(seen, List.of(run.playbookFolder()), known);
        return files.of(new HostFiles.Seen(request.host().name(), known.facts(), scope));
    }

    /**
     * How to reach the host that acts: what the task would see if it were about the delegate,
     * except that {@code inventory_hostname} stays the task's own.
     */
    public Scope connection(TaskScope request) {
        if (request.delegate().isEmpty()) {
            return task(request);
        }
        var other = request.delegate().get();
        var local = new LinkedHashMap<>(request.local());
        local.put("inventory_hostname", request.host().name());
        var reaching = task(about(request, other, local));
        if (reaching.has("ansible_host")) {
            return reaching;
        }
        local.put("ansible_host", other.name());
        return task(about(request, other, local));
    }

    private static TaskScope about(
            TaskScope request, Host other, Map<String, @Nullable Object> local) {
        return new TaskScope(
                request.play(),
                other,
                request.task(),
                Optional.empty(),
                request.includeVars(),
                local);
    }

    private void addHost(
            List<Map<String, @Nullable Object>> layers, Host host, HostVars.Known known) {
        if (run.settings().is(Setting.INJECT_FACTS_AS_VARS)) {
            layers.add(known.facts());
        }
        layers.add(Map.of("ansible_facts", known.namespaced()));
        layers.add(inventoryVars.ofHost(host));
        layers.add(inventoryVars.ofGroups(host));
    }

    private Scope scope(
            List<Map<String, @Nullable Object>> layers,
            List<Path> searchPath,
            HostVars.Known known) {
        var filled = layers.stream().filter(layer -> !layer.isEmpty()).toList();
        return new LayeredScope(filled, searchPath, merger.mergesHashes(), known);
    }

    private PlayLayers layers(PlayScope scope) {
        var known = latest;
        if (known.isPresent() && known.get().scope() == scope) {
            return known.get();
        }
        var fresh = PlayLayers.of(scope, merger);
        latest = Optional.of(fresh);
        return fresh;
    }

    private Map<String, @Nullable Object> taskMagic(TaskScope request, List<Path> searchPath) {
        var own = new LinkedHashMap<String, @Nullable Object>();
        request.task().flatMap(Task::role).ifPresent(role -> addRole(own, role));
        own.put("hostvars", otherHosts);
        own.put("omit", Omit.OMIT);
        own.put("ansible_search_path", searchPath.stream().map(Path::toString).toList());
        own.put(
                "environment",
                request.task().map(task -> task.directives().environment()).orElse(List.of()));
        return own;
    }

    private static void addRole(Map<String, @Nullable Object> magic, Role role) {
        magic.put("role_name", role.name().substring(role.name().lastIndexOf('.') + 1));
        magic.put("role_path", role.folder().toString());
        magic.put("ansible_role_name", role.name());
    }

    private List<Path> searchPath(Optional<Task> task) {
        var path = new LinkedHashSet<Path>();
        task.flatMap(Task::role).ifPresent(role -> path.add(role.folder()));
        task.flatMap(it -> Optional.ofNullable(it.file().toAbsolutePath().normalize().getParent()))
                .ifPresent(path::add);
        path.add(run.playbookFolder());
        return List.copyOf(path);
    }
}
