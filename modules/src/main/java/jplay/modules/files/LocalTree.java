package jplay.modules.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
 * contents.
 */
record LocalTree(LocalFile source, String dest, Attributes attributes, Optional<Mode> folderMode) {
    private static final Mode FOLDER = Mode.parse("0755");
    private static final Mode FILE = Mode.parse("0644");

    /** One file or folder of the tree. */
    private record Part(Path local, String path, boolean folder) {}

    Plan plan(Remote remote) {
        var parts = parts();
        var stale = stale(remote, parts);
        var result = Result.of().with("src", source.written()).with("dest", dest);
        var unfit = unfit(remote, parts);
        if (stale.isEmpty() && unfit.isEmpty()) {
            return new Plan.Unchanged(result);
        }
        return new Plan.Change(
                result,
                () -> {
                    stale.forEach(part -> write(remote, part));
                    setAttributes(remote, parts);
                    return result.changed(true);
                });
    }

    private List<Part> parts() {
        var base =
                source.written().endsWith("/")
                        ? source.path()
                        : source.path().toAbsolutePath().getParent();
        try (Stream<Path> walk = Files.walk(source.path())) {
            return walk.sorted()
                    .map(path ->
                            new Part(
                                    path,
                                    base.toAbsolutePath()
                                            .relativize(path.toAbsolutePath())
                                            .toString(),
                                    Files.isDirectory(path)))
                    .toList();
        } catch (IOException e) {
            throw new TaskFailure(
                    "cannot read the folder " + source.path() + ": " + e.getMessage());
        }
    }

    private List<Part> stale(Remote remote, List<Part> parts) {
        var words = new ArrayList<>(List.of(dest));
        for (var part : parts) {
            words.add(part.folder() ? "-" : digest(part));
            words.add(part.path());
        }
        var answer =
                remote.probe(
                        Command.call(
                                RemoteTree.SCRIPT, "tree_compare", words.toArray(String[]::new)));
        return answer.lines().stream()
                .map(line -> parts.get(Integer.parseInt(line.strip())))
                .toList();
    }

    private static String digest(Part part) {
        try {
            return Payload.of(part.local()).digest("SHA-1");
        } catch (IOException e) {
            throw new TaskFailure("cannot read " + part.local() + ": " + e.getMessage());
        }
    }

    private List<String> unfit(Remote remote, List<Part> parts) {
        if (attributes.owner().isEmpty()
                && attributes.group().isEmpty()
                && attributes.mode().isEmpty()) {
            return List.of();
        }
        return remote.probe(call("tree_attributes", attributes.arguments(), parts)).lines();
    }

    private Command call(String function, List<String> attributes, List<Part> parts) {
        var words = new ArrayList<>(attributes);
        parts.stream().filter(part -> !part.folder()).forEach(part -> words.add(remotePath(part)));
        return Command.call(RemoteTree.SCRIPT, function, words.toArray(String[]::new));
    }

    private String remotePath(Part part) {
        var folder = dest.endsWith("/") ? dest.substring(0, dest.length() - 1) : dest;
        return part.path().isEmpty() ? folder : folder + "/" + part.path();
    }

    private void write(Remote remote, Part part) {
        if (part.folder()) {
            var mode = folderMode.orElse(FOLDER).text();
            expectOk(remote.exec("mkdir", "-p", "-m", mode, remotePath(part)).errorText(), part);
            return;
        }
        remote.write(Payload.of(part.local()), remotePath(part), FILE);
    }

    private static void expectOk(String errors, Part part) {
        if (!errors.isEmpty()) {
            throw new TaskFailure("cannot make the folder " + part.path() + ": " + errors);
        }
    }

    private void setAttributes(Remote remote, List<Part> parts) {
        var answer = remote.exec(call("tree_set", attributes.arguments(), parts));
        if (!answer.ok()) {
            throw new TaskFailure(
                    "cannot set owner, group or mode in " + dest + ": " + answer.text());
        }
    }
}
