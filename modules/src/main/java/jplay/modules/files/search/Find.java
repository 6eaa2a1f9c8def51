package jplay.modules.files.search;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import jplay.module.Arg;
import jplay.module.Command;
import jplay.module.Module;
import jplay.module.Named;
import jplay.module.Plan;
import jplay.module.Remote;
import jplay.module.Result;
import jplay.module.Script;
import jplay.module.type.Mode;
import org.jspecify.annotations.Nullable;

/** Finds files, folders and links of a host. */
@Named(value = "ansible.builtin.find", summary = "Finds files, folders and links on the host.")
public record Find(
        @Arg(
                        value = "Folders to look in; at least one.",
                        aliases = {"name", "path"})
                List<String> paths,
        @Arg(value = "Patterns of names, of which one must fit.", aliases = "pattern")
                List<String> patterns,
        @Arg(value = "Patterns of names that are left out.", aliases = "exclude")
                List<String> excludes,
        @Arg(value = "Whether patterns are regular expressions.", orElse = "no") boolean useRegex,
        @Arg("Regular expression of the content; at the begin of a line.")
                Optional<String> contains,
        @Arg(value = "Look for `contains` anywhere in the whole file.", orElse = "no")
                boolean readWholeFile,
        @Arg("Encoding of the files in which `contains` is looked for.") Optional<String> encoding,
        @Arg(value = "What to find.", orElse = "file") FileType fileType,
        @Arg(value = "Look into folders below.", orElse = "no") boolean recurse,
        @Arg("How many levels below.") Optional<Integer> depth,
        @Arg(value = "Find what begins with a dot too.", orElse = "no") boolean hidden,
        @Arg(value = "Go into folders through links.", orElse = "no") boolean follow,
        @Arg("How old at least, such as 2d; at most with a minus; s, m, h, d and w are units.")
                Optional<String> age,
        @Arg(value = "Which time `age` is about.", orElse = "mtime") Stamp ageStamp,
        @Arg("How big at least, such as 10m; at most with a minus; b, k, m, g and t are units.")
                Optional<String> size,
        @Arg("Permissions it must have.") Optional<Mode> mode,
        @Arg(value = "Whether it must have no other permissions.", orElse = "yes")
                boolean exactMode,
        @Arg("How many to find at most.") Optional<Integer> limit,
        @Arg(value = "Whether to tell digests of files.", orElse = "no") boolean getChecksum,
        @Arg(
                        value = "Kind of digest.",
                        orElse = "sha1",
                        aliases = {"checksum", "checksum_algo"})
                Algorithm checksumAlgorithm)
        implements Module {
    static final Script SCRIPT = Script.beside(Find.class, "find");

    /** What to find. */
    public enum FileType {
        ANY,
        DIRECTORY,
        FILE,
        LINK
    }

    /** Times of a file. */
    public enum Stamp {
        ATIME,
        CTIME,
        MTIME
    }

    /** Kinds of digests. */
    public enum Algorithm {
        MD5,
        SHA1,
        SHA224,
        SHA256,
        SHA384,
        SHA512
    }

    @Override
    public Plan plan(Remote remote) {
        if (paths.isEmpty()) {
            return Plan.failed("missing required arguments: paths");
        }
        var choice = new Choice(this);
        var words = new ArrayList<>(List.of(levels(), follow ? "1" : "0"));
        words.addAll(paths);
        var told = remote.look(call("find_list", words));
        var listing =
                Listing.of(
                        new String(told.output(), StandardCharsets.UTF_8),
                        remote.protocol().mark());
        var seen = listing.found().stream().sorted(Comparator.comparing(Found::order)).toList();
        var fitting = seen.stream().filter(choice::fits).toList();
        var chosen =
                contains.isPresent() && fileType == FileType.FILE
                        ? new Contents(this).matching(remote, fitting)
                        : fitting;
        var limited = limit.map(count -> chosen.subList(0, Math.min(count, chosen.size())));
        return new Plan.Unchanged(
                result(remote, limited.orElse(chosen), seen.size(), listing.skipped()));
    }

    private String levels() {
        return recurse ? depth.map(String::valueOf).orElse("") : "1";
    }

    static Command call(String function, List<String> words) {
        return Command.call(SCRIPT, function, words.toArray(String[]::new));
    }

    private Result result(Remote remote, List<Found> found, int examined, List<String> skipped) {
        var digests = digests(remote, found);
        var files = new ArrayList<Map<String, @Nullable Object>>();
        for (var i = 0; i < found.size(); i++) {
            var values = new LinkedHashMap<>(found.get(i).values());
            if (!digests.isEmpty() && !digests.get(i).isEmpty()) {
                values.put("checksum", digests.get(i));
            }
            files.add(values);
        }
        var missing = new LinkedHashMap<String, @Nullable Object>();
        skipped.forEach(path -> missing.put(path, "'%s' is not a directory".formatted(path)));
        var result =
                Result.of()
                        .with("files", files)
                        .with("matched", (long) files.size())
                        .with("examined", (long) examined)
                        .with("skipped_paths", missing)
                        .message(message(files.size(), skipped));
        for (var path : skipped) {
            result =
                    result.warn(
                            "Skipped '%1$s' path due to this access issue: '%1$s' is not a directory"
                                    .formatted(path));
        }
        return result;
    }

    private String message(int matched, List<String> skipped) {
        if (limit.map(most -> matched >= most).orElse(false)) {
            return "Limit of matches reached";
        }
        return skipped.isEmpty()
                ? "All paths examined"
                : "Not all paths examined, check warnings for details";
    }

    private List<String> digests(Remote remote, List<Found> found) {
        Predicate<Found> regular = each -> each.kind() == Found.FILE;
        if (!getChecksum || found.stream().noneMatch(regular)) {
            return List.of();
        }
        var words = new ArrayList<String>();
        words.add(checksumAlgorithm.name().toLowerCase(Locale.ROOT) + "sum");
        found.forEach(each -> words.add(regular.test(each) ? each.path() : ""));
        var told = remote.look(call("find_digests", words));
        return List.of(told.outputText().split("\n", -1));
    }
}
