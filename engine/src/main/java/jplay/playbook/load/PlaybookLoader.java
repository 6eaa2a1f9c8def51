package jplay.playbook.load;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import jplay.diagnostic.Diagnostic;
import jplay.diagnostic.PlaybookException;
import jplay.diagnostic.Problems;
import jplay.playbook.Block;
import jplay.playbook.Directives;
import jplay.playbook.Node;
import jplay.playbook.Playbook;
import jplay.playbook.Role;
import jplay.playbook.Task;
import jplay.playbook.syntax.Findings;

/**
 * Loads playbooks, and files of tasks and roles while a playbook runs. Every file is parsed once,
 * every inclusion made once for all hosts. Thread-safe.
 */
public final class PlaybookLoader {
    private final Library library;
    private final Map<TasksKey, IncludedTasks> tasks = new ConcurrentHashMap<>();
    private final Map<RoleKey, IncludedRole> roles = new ConcurrentHashMap<>();

    private record TasksKey(Inclusion inclusion, String file) {}

    private record RoleKey(Inclusion inclusion, RoleRequest request) {}

    /**
     * Tasks that were included.
     *
     * @param file where they stand
     * @param tasks to be run in the place of the include
     * @param imports what roles that the file imports give to the play
     * @param warnings what is dubious in the file
     */
    public record IncludedTasks(
            Path file, Block tasks, Imports imports, List<Diagnostic> warnings) {}

    /**
     * A role that was included.
     *
     * @param loaded the role, those it depends on, and their handlers
     * @param tasks to be run in the place of the include
     * @param imports what roles that it imports give to the play
     * @param warnings what is dubious in the role
     */
    public record IncludedRole(
            LoadedRole loaded, Block tasks, Imports imports, List<Diagnostic> warnings) {}

    /** Roles that were imported by what was included, and their handlers. */
    public record Imports(List<Role> roles, List<Task> handlers) {
        public Imports {
            roles = List.copyOf(roles);
            handlers = List.copyOf(handlers);
        }

        static Imports of(PlayScope play) {
            return new Imports(play.importedRoles(), play.importedHandlers());
        }
    }

    /** A loader for one run. */
    public PlaybookLoader(LoadOptions options) {
        this.library = new Library(options, new SourceFiles(options.vault()));
    }

    /**
     * Loads a playbook with all that it imports.
     *
     * @throws PlaybookException with all mistakes
     */
    public Playbook load(Path file) {
        var problems = new Problems();
        var findings = new Findings(problems, List.of());
        var absolute = file.toAbsolutePath().normalize();
        var plays =
                new PlaybookReader(library, absolute, List.of(absolute), Directives.NONE, findings)
                        .read();
        problems.throwIfAny();
        return new Playbook(file, plays, problems.warnings());
    }

    /**
     * Loads the tasks that an {@code include_tasks} asks for.
     *
     * @param file as written, rendered
     * @throws PlaybookException when the file is missing or wrong
     */
    public IncludedTasks loadTasks(Inclusion inclusion, String file) {
        return tasks.computeIfAbsent(new TasksKey(inclusion, file), this::tasks);
    }

    /**
     * Loads the role that an {@code include_role} asks for.
     *
     * @throws PlaybookException when the role is missing or wrong
     */
    public IncludedRole loadRole(Inclusion inclusion, RoleRequest request) {
        return roles.computeIfAbsent(new RoleKey(inclusion, request), this::role);
    }

    private IncludedTasks tasks(TasksKey key) {
        var problems = new Problems();
        var here = key.inclusion().surroundings(problems);
        here.play().names().putAll(library.options().extraVars());
        var found = here.taskFile(key.file());
        if (found.isEmpty()) {
            var folders =
                    here.taskFolders().stream()
                            .map(library.files()::shown)
                            .collect(Collectors.joining(", "));
            throw new PlaybookException(
                    key.inclusion().place(),
                    "no file '" + key.file() + "' for include_tasks, searched in " + folders);
        }
        var nodes = TaskListReader.file(library, here, found.get());
        problems.throwIfAny();
        var block = block(key.inclusion(), nodes);
        return new IncludedTasks(found.get(), block, Imports.of(here.play()), problems.warnings());
    }

    private IncludedRole role(RoleKey key) {
        var problems = new Problems();
        var here = key.inclusion().surroundings(problems);
        here.play().names().putAll(library.options().extraVars());
        var entry =
                new RoleEntry(
                        key.request(),
                        key.inclusion().place(),
                        Map.of(),
                        here.directives(),
                        here.around());
        var loaded = new RoleLoader(library, here).load(entry);
        problems.throwIfAny();
        var role = loaded.orElseThrow();
        return new IncludedRole(
                role,
                block(key.inclusion(), role.blocks()),
                Imports.of(here.play()),
                problems.warnings());
    }

    private static Block block(Inclusion inclusion, List<? extends Node> nodes) {
        return new Block(
                inclusion.place(),
                null,
                inclusion.directives(),
                Optional.empty(),
                List.copyOf(nodes),
                List.of(),
                List.of());
    }
}
