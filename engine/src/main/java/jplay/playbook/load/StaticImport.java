package jplay.playbook.load;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import jplay.diagnostic.Location;
import jplay.diagnostic.Spelling;
import jplay.playbook.Block;
import jplay.playbook.Node;
import jplay.playbook.syntax.Action;
import jplay.playbook.syntax.DirectivesReader;
import jplay.yaml.YamlNode.Mapping;

/** Puts the tasks of {@code import_tasks} and {@code import_role} in the place of the import. */
record StaticImport(Library library, Surroundings here, Mapping mapping) {
    private static final Set<String> OF_TASKS = Set.of("file");
    private static final Set<String> OF_ROLES =
            Set.of(
                    "name",
                    "role",
                    "tasks_from",
                    "vars_from",
                    "defaults_from",
                    "handlers_from",
                    "allow_duplicates",
                    "public",
                    "rolespec_validate");

    Optional<Node> read(Action action) {
        var roles = action.shortName().equals("import_role");
        var known = roles ? OF_ROLES : OF_TASKS;
        for (var argument : action.places().entrySet()) {
            if (!known.contains(argument.getKey())) {
                here.findings()
                        .error(
                                argument.getValue().name(),
                                argument.getKey().length(),
                                "unknown argument '"
                                        + argument.getKey()
                                        + "' of '"
                                        + action.name()
                                        + "'"
                                        + Spelling.didYouMean(argument.getKey(), known));
            }
        }
        return roles ? role(action) : tasks(action);
    }

    private Optional<Node> tasks(Action action) {
        var name = name(action, "file");
        var found = name.flatMap(here::taskFile);
        if (name.isPresent() && found.isEmpty()) {
            var folders =
                    here.taskFolders().stream()
                            .map(library.files()::shown)
                            .collect(Collectors.joining(", "));
            error(
                    action,
                    "file",
                    "no file '"
                            + name.get()
                            + "' for "
                            + action.name()
                            + ", searched in "
                            + folders);
        }
        if (found.isEmpty()) {
            return Optional.empty();
        }
        var file = found.get();
        if (here.importing().contains(file)) {
            error(action, "file", "'" + name.get() + "' imports itself");
            return Optional.empty();
        }
        return Optional.of(block(TaskListReader.file(library, here, file)));
    }

    private Optional<Node> role(Action action) {
        if (here.handlers()) {
            here.findings().error(action.key(), "a role cannot be a handler");
            return Optional.empty();
        }
        var argument = action.arguments().containsKey("role") ? "role" : "name";
        var name = name(action, argument);
        if (name.isEmpty()) {
            return Optional.empty();
        }
        var request = request(name.get(), action);
        var place = place(action, argument);
        var loaded =
                new RoleLoader(library, here)
                        .load(
                                new RoleEntry(
                                        request,
                                        place,
                                        Map.of(),
                                        here.directives(),
                                        here.around()));
        loaded.ifPresent(role -> {
            here.play().importedRoles().addAll(role.all());
            here.play().importedHandlers().addAll(role.handlers());
        });
        return loaded.map(role ->
                role.blocks().size() == 1 ? role.blocks().getFirst() : block(role.blocks()));
    }

    private static RoleRequest request(String name, Action action) {
        return new RoleRequest(
                name,
                action.text("tasks_from"),
                action.text("vars_from"),
                action.text("defaults_from"),
                action.text("handlers_from"),
                Optional.of(!isFalse(action, "allow_duplicates")),
                true,
                !isFalse(action, "rolespec_validate"));
    }

    private static boolean isFalse(Action action, String argument) {
        return List.of("false", "no").contains(action.text(argument).orElse("true"));
    }

    private Block block(List<? extends Node> nodes) {
        return new Block(
                mapping.location(),
                DirectivesReader.value(mapping, "name"),
                here.directives(),
                Optional.empty(),
                List.copyOf(nodes),
                List.of(),
                List.of());
    }

    private Optional<String> name(Action action, String argument) {
        var written = action.text(argument);
        if (written.isEmpty()) {
            here.findings()
                    .error(
                            action.key(),
                            "missing argument '" + argument + "' of '" + action.name() + "'");
            return Optional.empty();
        }
        var known = here.known(written.get());
        if (known.isEmpty()) {
            var dynamic = action.shortName().replace("import", "include");
            error(
                    action,
                    argument,
                    action.name()
                            + " needs a name that is known before the run, got '"
                            + written.get()
                            + "'; use "
                            + dynamic);
        }
        return known;
    }

    private void error(Action action, String argument, String message) {
        here.findings()
                .error(place(action, argument), action.text(argument).orElse("").length(), message);
    }

    private static Location place(Action action, String argument) {
        return Map.copyOf(action.valuePlaces()).getOrDefault(argument, action.key().location());
    }
}
