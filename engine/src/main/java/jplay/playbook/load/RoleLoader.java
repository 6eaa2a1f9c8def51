package jplay.playbook.load;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import jplay.playbook.Block;
import jplay.playbook.Node;
import jplay.playbook.Role;
import jplay.playbook.syntax.DirectivesReader;
import jplay.yaml.YamlNode.Mapping;
import jplay.yaml.YamlNode.Sequence;

/**
 * Loads a role with the roles it depends on.
 *
 * @param here what asks for it, with the keywords written there
 */
record RoleLoader(Library library, Surroundings here) {
    /** The role; empty when it is missing or goes in circles, and then that was reported. */
    Optional<LoadedRole> load(RoleEntry entry) {
        var name = entry.request().name();
        var folders = new RoleFolders(library, here);
        var found = folders.find(name);
        if (found.isEmpty()) {
            error(entry, folders.missing(name));
            return Optional.empty();
        }
        var folder = found.get();
        if (here.importing().contains(folder)) {
            error(entry, "role '" + name + "' asks for itself: " + circle(folder));
            return Optional.empty();
        }
        return Optional.of(load(entry, folder, here.within("role '" + name + "'")));
    }

    private LoadedRole load(RoleEntry entry, Path folder, Surroundings inside) {
        var files = new RoleFiles(library, folder, inside.findings());
        var request = entry.request();
        var meta = files.meta();
        var alone =
                new Role(
                        request.name(),
                        folder,
                        files.variables("defaults", request.defaultsFrom(), entry.place()),
                        files.variables("vars", request.varsFrom(), entry.place()),
                        entry.given(),
                        request.allowDuplicates().orElseGet(() -> files.allowsDuplicates(meta)),
                        request.publishes(),
                        List.of(),
                        entry.around());
        var dependencies = dependencies(meta, alone, inside);
        var role = alone.dependingOn(dependencies.stream().map(LoadedRole::role).toList());
        var own = inside.inRole(role, folder);
        var handlersFile = files.file("handlers", request.handlersFrom(), entry.place());
        var handlers = TaskListReader.handlers(tasks(handlersFile, own.asHandlers()));
        var tasks = new ArrayList<Node>();
        if (request.validates()) {
            new RoleArguments(files, own).check(request, meta).ifPresent(tasks::add);
        }
        tasks.addAll(tasks(files.file("tasks", request.tasksFrom(), entry.place()), own));
        return LoadedRole.after(dependencies, block(entry, own, tasks), handlers);
    }

    private static Block block(RoleEntry entry, Surroundings own, List<? extends Node> tasks) {
        return new Block(
                entry.place(),
                null,
                own.directives(),
                own.role(),
                List.copyOf(tasks),
                List.of(),
                List.of());
    }

    private List<Node> tasks(Optional<Path> file, Surroundings own) {
        return file.map(found -> TaskListReader.file(library, own, found)).orElse(List.of());
    }

    /**
     * The roles of {@code meta/main.yml}; they inherit what was written where this role was asked
     * for.
     */
    private List<LoadedRole> dependencies(Optional<Mapping> meta, Role alone, Surroundings inside) {
        var list = meta.flatMap(mapping -> mapping.get("dependencies"));
        if (list.isEmpty() || DirectivesReader.isNothing(list.get())) {
            return List.of();
        }
        if (!(list.get() instanceof Sequence sequence)) {
            inside.findings()
                    .error(
                            list.get(),
                            "'dependencies' wants a list of roles, got "
                                    + list.get().description());
            return List.of();
        }
        var stack = new ArrayList<>(inside.importing());
        stack.add(alone.folder());
        var below = inside.importing(stack);
        var loaded = new ArrayList<LoadedRole>();
        for (var item : sequence.items()) {
            new RoleEntryReader(library, below, alone.withAround())
                    .load(item)
                    .ifPresent(loaded::add);
        }
        return loaded;
    }

    private String circle(Path folder) {
        var stack = here.importing();
        return stack.subList(stack.indexOf(folder), stack.size()).stream()
                        .filter(Files::isDirectory)
                        .map(path -> path.getFileName().toString())
                        .collect(Collectors.joining(" > "))
                + " > "
                + folder.getFileName();
    }

    private void error(RoleEntry entry, String message) {
        here.findings().error(entry.place(), entry.request().name().length(), message);
    }
}
