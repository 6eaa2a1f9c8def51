package jplay.inventory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import java.util.stream.Stream;
import jplay.diagnostic.Location;
import jplay.diagnostic.PlaybookException;
import org.jspecify.annotations.Nullable;

/**
 * The folders {@code group_vars} and {@code host_vars} beside an inventory or a playbook. What is
 * in them is listed once; a file is read when its group or host is first asked for. Thread-safe.
 */
public final class VariableFolder {
    private static final List<String> EXTENSIONS = List.of("", ".yml", ".yaml", ".json");

    private final Path base;
    private final VariableFile reader;
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<Path, Map<String, @Nullable Object>> read = new ConcurrentHashMap<>();
    private final Map<String, NavigableSet<String>> listings = new ConcurrentHashMap<>();

    /** The folders beside a file or in a folder; they need not exist. */
    public VariableFolder(Path base, VariableFile reader) {
        this.base = base.toAbsolutePath().normalize();
        this.reader = reader;
    }

    /** Folders anew; what was read from one of them before stays as it is known. */
    static List<VariableFolder> known(List<VariableFolder> before, List<VariableFolder> fresh) {
        return fresh.stream()
                .map(folder ->
                        before.stream()
                                .filter(known -> known.base().equals(folder.base()))
                                .findFirst()
                                .orElse(folder))
                .toList();
    }

    /** Where {@code group_vars} and {@code host_vars} are looked for. */
    public Path base() {
        return base;
    }

    /**
     * Variables of a group; none when no file has its name. @throws PlaybookException when one
     * cannot be read
     */
    public Map<String, @Nullable Object> group(String name) {
        return variables("group_vars", name);
    }

    /**
     * Variables of a host; none when no file has its name. @throws PlaybookException when one
     * cannot be read
     */
    public Map<String, @Nullable Object> host(String name) {
        return variables("host_vars", name);
    }

    /**
     * Reads what belongs to any group or host of an inventory, so that mistakes come to light
     * early.
     */
    public void readAll(Inventory inventory) {
        inventory.groups().forEach(group -> group(group.name()));
        if (!listing("host_vars").isEmpty()) {
            inventory.hosts().forEach(host -> host(host.name()));
        }
    }

    /** Finds files that have come since, of groups and hosts that an inventory did not know. */
    public void lookAgain(Inventory known) {
        lookAgain("group_vars", name -> known.group(name).isPresent());
        lookAgain("host_vars", name -> known.host(name).isPresent());
    }

    private void lookAgain(String kind, Predicate<String> known) {
        var present = names(base.resolve(kind));
        present.removeIf(name -> known.test(name) || known.test(stem(name)));
        present.addAll(listing(kind));
        listings.put(kind, present);
    }

    private static String stem(String name) {
        var end = extension(name);
        return !end.isEmpty() && EXTENSIONS.contains(end)
                ? name.substring(0, name.length() - end.length())
                : name;
    }

    private Map<String, @Nullable Object> variables(String kind, String name) {
        var found = find(kind, name);
        if (found.isEmpty()) {
            return Map.of();
        }
        var known = read.get(found.get());
        return known == null ? load(found.get()) : known;
    }

    private Map<String, @Nullable Object> load(Path path) {
        lock.lock();
        try {
            var known = read.get(path);
            if (known != null) {
                return known;
            }
            var all = new LinkedHashMap<String, @Nullable Object>();
            files(path).forEach(file -> reader.merge(all, reader.read(file)));
            var loaded = java.util.Collections.unmodifiableMap(all);
            read.put(path, loaded);
            return loaded;
        } finally {
            lock.unlock();
        }
    }

    private Optional<Path> find(String kind, String name) {
        var present = listing(kind);
        var folder = base.resolve(kind);
        if (name.contains("/")) {
            return EXTENSIONS.stream()
                    .map(end -> folder.resolve(name + end))
                    .filter(Files::exists)
                    .findFirst();
        }
        return EXTENSIONS.stream()
                .map(end -> name + end)
                .filter(present::contains)
                .findFirst()
                .map(folder::resolve);
    }

    private NavigableSet<String> listing(String kind) {
        return listings.computeIfAbsent(kind, _ -> names(base.resolve(kind)));
    }

    private static List<Path> files(Path path) {
        if (!Files.isDirectory(path)) {
            return List.of(path);
        }
        var files = new ArrayList<Path>();
        for (var name : names(path)) {
            var entry = path.resolve(name);
            if (name.startsWith(".") || name.endsWith("~")) {
                continue;
            }
            if (Files.isDirectory(entry)) {
                files.addAll(files(entry));
            } else if (EXTENSIONS.contains(extension(name))) {
                files.add(entry);
            }
        }
        return files;
    }

    private static String extension(String name) {
        var dot = name.lastIndexOf('.');
        return dot < 0 ? "" : name.substring(dot);
    }

    private static NavigableSet<String> names(Path folder) {
        var names = new TreeSet<String>();
        if (!Files.isDirectory(folder)) {
            return names;
        }
        try (Stream<Path> entries = Files.list(folder)) {
            entries.forEach(entry -> names.add(entry.getFileName().toString()));
            return names;
        } catch (IOException e) {
            throw new PlaybookException(
                    Location.of(folder.toString()), "the folder cannot be read: " + e.getMessage());
        }
    }
}
