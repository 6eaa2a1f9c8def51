package jplay.modules.files;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jplay.module.Answer;
import jplay.module.Arg;
import jplay.module.Command;
import jplay.module.Module;
import jplay.module.Named;
import jplay.module.Plan;
import jplay.module.Remote;
import jplay.module.Result;
import jplay.module.Script;
import jplay.module.TaskFailure;
import jplay.module.type.FileSource;
import jplay.module.type.Mode;
import jplay.module.type.Payload;
import jplay.module.type.RemotePath;

/** Unpacks an archive of the controller or of the host. */
@Named(value = "ansible.builtin.unarchive", summary = "Unpacks a tar or zip archive on the host.")
public record Unarchive(
        @Arg("The archive: on the controller, on the host with `remote_src`.") FileSource src,
        @Arg("The folder to unpack into; it must exist.") RemotePath dest,
        @Arg(value = "Whether `src` is on the host.", orElse = "no") boolean remoteSrc,
        @Arg("Old form of `remote_src: no`.") Optional<Boolean> copy,
        @Arg("Do nothing when this path exists.") Optional<RemotePath> creates,
        @Arg(value = "Keep files that are newer than those of the archive.", orElse = "no")
                boolean keepNewer,
        @Arg(value = "Return the names of what is in the archive.", orElse = "no")
                boolean listFiles,
        @Arg("Names and patterns to leave out.") List<String> exclude,
        @Arg("Names and patterns to unpack alone.") List<String> include,
        @Arg("More options for tar or unzip.") List<String> extraOpts,
        @Arg("Owner of what is unpacked.") Optional<String> owner,
        @Arg("Group of what is unpacked.") Optional<String> group,
        @Arg("Permissions of what is unpacked.") Optional<Mode> mode,
        @Arg(value = "Accepted; encrypted archives are not read yet.", orElse = "yes")
                boolean decrypt,
        @Arg(value = "Accepted; archives are not fetched from URLs.", orElse = "yes")
                boolean validateCerts,
        @Arg(value = "Accepted; writes are always safe.", orElse = "no") boolean unsafeWrites)
        implements Module {
    private static final Script SCRIPT =
            Script.beside(Unarchive.class, "unarchive", Attributes.SCRIPT);

    @Override
    public Plan plan(Remote remote) {
        if (src.written().contains("://")) {
            return Plan.failed(
                    "src: got the URL '%s', want a file; fetch it with get_url first"
                            .formatted(src.written()));
        }
        var onHost = remoteSrc || copy.map(given -> !given).orElse(false);
        if (onHost || remote.local()) {
            var archive = onHost ? src.written() : src.local().path().toAbsolutePath().toString();
            return there(remote, archive);
        }
        return new Plan.Change(base(), () -> sent(remote));
    }

    private Result base() {
        return Result.of().with("dest", dest.text()).with("src", src.written());
    }

    private Plan there(Remote remote, String archive) {
        var seen = read(remote.probe(call("unarchive_see", archive)));
        if (seen.containsKey("skipped")) {
            return Plan.unchanged("skipped, since " + creates.orElseThrow() + " exists");
        }
        var result = told(seen);
        return seen.containsKey("same")
                ? new Plan.Unchanged(result)
                : new Plan.Change(result, () -> unpacked(remote, archive));
    }

    private Result unpacked(Remote remote, String archive) {
        var done = read(remote.exec(call("unarchive_do", archive)));
        return told(done).changed(!done.containsKey("same"));
    }

    /** The archive goes to the host first, beside what it is unpacked to. */
    private Result sent(Remote remote) {
        var archive =
                dest.text().replaceFirst("/+$", "")
                        + "/.jplay-archive-"
                        + Long.toHexString(System.nanoTime());
        remote.write(Payload.of(src.local().path()), archive, Mode.parse("0600"));
        try {
            return unpacked(remote, archive);
        } finally {
            remote.exec("rm", "-f", archive);
        }
    }

    private Command call(String function, String archive) {
        var words =
                new ArrayList<>(
                        List.of(
                                archive,
                                dest.text(),
                                creates.map(RemotePath::text).orElse(""),
                                keepNewer ? "1" : "0",
                                listFiles ? "1" : "0"));
        words.addAll(Attributes.of(owner, group, mode).arguments().subList(0, 3));
        words.add(String.join("\n", extraOpts));
        words.add(String.join("\n", exclude));
        words.add(String.join("\n", include));
        return Command.call(SCRIPT, function, words.toArray(String[]::new));
    }

    private static Map<String, List<String>> read(Answer answer) {
        var told = new HashMap<String, List<String>>();
        answer.lines()
                .forEach(line -> {
                    var sign = line.indexOf('=');
                    if (sign > 0) {
                        told.computeIfAbsent(line.substring(0, sign), _ -> new ArrayList<>())
                                .add(line.substring(sign + 1));
                    }
                });
        if (told.containsKey("jplay_failed")) {
            throw new TaskFailure(told.get("jplay_failed").getFirst());
        }
        return told;
    }

    private Result told(Map<String, List<String>> seen) {
        var result = base();
        for (var name : List.of("dest", "handler", "owner", "group")) {
            if (seen.containsKey(name)) {
                result = result.with(name, seen.get(name).getFirst());
            }
        }
        for (var name : List.of("uid", "gid", "size")) {
            if (seen.containsKey(name)) {
                result = result.with(name, Long.valueOf(seen.get(name).getFirst()));
            }
        }
        if (seen.containsKey("mode")) {
            result =
                    result.with("mode", Attributes.octal(seen.get("mode").getFirst()))
                            .with("state", "directory");
        }
        return listFiles ? result.with("files", seen.getOrDefault("file", List.of())) : result;
    }
}
