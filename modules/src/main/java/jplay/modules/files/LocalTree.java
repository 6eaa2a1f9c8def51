package jplay.modules.files;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import jplay.module.Command;
import jplay.module.Plan;
import jplay.module.Remote;
import jplay.module.Result;
import jplay.module.TaskFailure;
import jplay.module.type.LocalFile;
import jplay.module.type.Mode;
import jplay.module.type.Payload;

/**
 * A folder of the controller that is to be copied to the host; a slash behind its name means its
 * contents. One round trip compares all, a second one sends what differs.
 */
record LocalTree(LocalFile source, String dest, Copy copy) {

    /** What a part of the tree is. */
    private enum Kind {
        FOLDER,
        FILE,
        LINK
    }

    /**
     * One file, folder or link of the tree.
     *
     * @param path where it goes, seen from the destination
     * @param told digest of a file, target of a link
     */
    private record Part(Path local, String path, Kind kind, String told) {}

    Plan plan(Remote remote) {
        var parts = parts();
        var words = words("tree_see");
        parts.forEach(
                part -> words.addAll(List.of(mark(part), mode(part), part.told(), part.path())));
        var wrong = List.of(remote.look(call(words)).said("wrong").strip().split(" "));
        var result = Result.of().with("src", source.written()).with("dest", folder() + "/");
        if (wrong.equals(List.of(""))) {
            return new Plan.Unchanged(result);
        }
        return new Plan.Change(
                result,
                () -> {
                    send(remote, wrong.stream().map(each -> new Wrong(each, parts)).toList());
                    return result.changed(true);
                });
    }

    /** A part that is not as it should be; with {@code +} in front when only its attributes are. */
    private record Wrong(boolean attributes, Part part) {
        Wrong(String told, List<Part> parts) {
            this(told.startsWith("+"), parts.get(Integer.parseInt(told.replace("+", ""))));
        }
    }

    private void send(Remote remote, List<Wrong> wrong) {
        var words = words("tree_put");
        var payloads = new ArrayList<Payload>();
        for (var each : wrong) {
            var part = each.part();
            words.addAll(
                    List.of(
                            each.attributes() ? "+" : mark(part),
                            mode(part),
                            part.told(),
                            part.path()));
            if (!each.attributes() && part.kind() == Kind.FILE) {
                payloads.add(content(part.local()));
            }
        }
        remote.touch(call(words).payloads(payloads));
    }

    private List<String> words(String function) {
        var words = new ArrayList<>(List.of(function, folder()));
        words.addAll(copy.attributes().arguments());
        words.add(copy.directoryMode().map(Mode::text).orElse(""));
        words.add(copy.force() ? "1" : "0");
        words.add(copy.backup() ? "1" : "0");
        return words;
    }

    private static Command call(List<String> words) {
        return Command.call(
                RemoteTree.SCRIPT,
                words.getFirst(),
                words.subList(1, words.size()).toArray(String[]::new));
    }

    private static String mark(Part part) {
        return part.kind().name().substring(0, 2);
    }

    private String mode(Part part) {
        return switch (part.kind()) {
            case FILE ->
                    copy.attributes()
                            .mode()
                            .map(given -> PreservedMode.of(given, part.local()).text())
                            .orElse("");
            case FOLDER -> copy.directoryMode().map(Mode::text).orElse("");
            case LINK -> "";
        };
    }

    private String folder() {
        return dest.length() > 1 ? dest.replaceFirst("/+$", "") : dest;
    }

    private List<Part> parts() {
        var root = source.path().toAbsolutePath().normalize();
        var base = source.written().endsWith("/") ? root : root.getParent();
        var follow =
                copy.localFollow().orElse(true)
                        ? Set.of(FileVisitOption.FOLLOW_LINKS)
                        : Set.<FileVisitOption>of();
        try (Stream<Path> walk = Files.walk(root, follow.toArray(FileVisitOption[]::new))) {
            return walk.sorted().map(path -> part(path, base.relativize(path).toString())).toList();
        } catch (IOException | java.io.UncheckedIOException e) {
            throw new TaskFailure("cannot read the folder " + root + ": " + e.getMessage());
        }
    }

    private Payload content(Path file) {
        return source.content(file, copy.decrypt());
    }

    private Part part(Path local, String path) {
        try {
            if (!copy.localFollow().orElse(true) && Files.isSymbolicLink(local)) {
                return new Part(local, path, Kind.LINK, Files.readSymbolicLink(local).toString());
            }
            if (Files.isDirectory(local)) {
                return new Part(local, path, Kind.FOLDER, "");
            }
            return new Part(local, path, Kind.FILE, content(local).digest("SHA-1"));
        } catch (IOException e) {
            throw new TaskFailure("cannot read " + local + ": " + e.getMessage());
        }
    }
}
