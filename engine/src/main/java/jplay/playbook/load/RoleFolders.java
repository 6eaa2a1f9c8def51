package jplay.playbook.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import jplay.diagnostic.Spelling;
import jplay.playbook.Role;

/** Where roles are looked for. */
record RoleFolders(Library library, Surroundings here) {
    /** The folder of a role. */
    Optional<Path> find(String name) {
        return candidates(name).stream().filter(Files::isDirectory).findFirst();
    }

    /** What to say when there is no such role. */
    String missing(String name) {
        var hint = Spelling.didYouMean(name, present());
        var searched =
                searched(name).stream()
                        .map(library.files()::shown)
                        .collect(Collectors.joining(", "));
        return "no role '" + name + "'" + hint + ", searched in " + searched;
    }

    private List<Path> candidates(String name) {
        var found = new ArrayList<Path>();
        var parts = name.split("\\.", -1);
        if (parts.length == 3) {
            for (var collections : library.options().collectionsPath()) {
                found.add(
                        collections.resolve(
                                Path.of(
                                        "ansible_collections",
                                        parts[0],
                                        parts[1],
                                        "roles",
                                        parts[2])));
            }
        }
        plain().forEach(folder -> found.add(folder.resolve(name).normalize()));
        return found;
    }

    private List<Path> searched(String name) {
        var folders = new ArrayList<Path>();
        if (name.split("\\.", -1).length == 3) {
            folders.addAll(library.options().collectionsPath());
        }
        folders.addAll(plain());
        return folders;
    }

    private List<Path> plain() {
        var folders = new LinkedHashSet<Path>();
        folders.add(here.play().folder().resolve("roles"));
        library.options()
                .rolesPath()
                .forEach(folder -> folders.add(folder.toAbsolutePath().normalize()));
        asking().map(role -> role.toAbsolutePath().getParent()).ifPresent(folders::add);
        folders.add(here.play().folder());
        return List.copyOf(folders);
    }

    /** The role that asks for another one. */
    private Optional<Path> asking() {
        return here.importing().reversed().stream()
                .filter(Files::isDirectory)
                .findFirst()
                .or(() -> here.role().map(Role::folder));
    }

    private TreeSet<String> present() {
        var names = new TreeSet<String>();
        for (var folder : plain().subList(0, Math.max(1, plain().size() - 1))) {
            try (var entries = Files.walk(folder, 3)) {
                entries.filter(Files::isDirectory)
                        .filter(entry -> !entry.equals(folder))
                        .forEach(entry -> names.add(folder.relativize(entry).toString()));
            } catch (IOException _) {
                // A folder that cannot be listed gives no hints.
            }
        }
        return names;
    }
}
