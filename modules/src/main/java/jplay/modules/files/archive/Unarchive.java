package jplay.modules.files.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import jplay.module.Arg;
import jplay.module.ArgGroup;
import jplay.module.Command;
import jplay.module.Constraint;
import jplay.module.Module;
import jplay.module.Named;
import jplay.module.Plan;
import jplay.module.Remote;
import jplay.module.Report;
import jplay.module.Result;
import jplay.module.Script;
import jplay.module.TaskFailure;
import jplay.module.type.FileSource;
import jplay.module.type.Payload;
import jplay.module.type.RemotePath;
import jplay.modules.files.Attributes;
import jplay.modules.web.WebRequest;

/** Unpacks an archive of the controller, of the host or of a URL. */
@Named(value = "ansible.builtin.unarchive", summary = "Unpacks a tar or zip archive on the host.")
@Constraint(
        value = Constraint.Kind.MUTUALLY_EXCLUSIVE,
        arguments = {"include", "exclude"})
public record Unarchive(
        @Arg("The archive: on the controller; with `remote_src` on the host, or a URL.")
                FileSource src,
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
        @Arg(value = "Accepted; the tools know what they need.", orElse = "65536") int ioBufferSize,
        @Arg(value = "Decrypt an archive that is encrypted with vault.", orElse = "yes")
                boolean decrypt,
        @Arg(value = "Check the certificate of a URL's server.", orElse = "yes")
                boolean validateCerts,
        @ArgGroup Attributes attributes)
        implements Module {
    private static final Script SCRIPT =
            Script.beside(Unarchive.class, "unarchive", Attributes.PLACE, WebRequest.SCRIPT);
    private static final Pattern STRIPS = Pattern.compile("--strip-components=(\\d+)");

    @Override
    public Plan plan(Remote remote) {
        var onHost = remoteSrc || copy.map(given -> !given).orElse(false);
        if (onHost || src.written().contains("://")) {
            return there();
        }
        return sent(remote, new Source(src.local().path().toAbsolutePath(), clear()));
    }

    /** The archive; one that is encrypted in clear, in a file that goes with the run. */
    private java.nio.file.Path clear() {
        var content = src.local().content(decrypt);
        if (!(content instanceof Payload.Bytes bytes)) {
            return src.local().path().toAbsolutePath();
        }
        try {
            var file = Files.createTempFile("jplay", "");
            file.toFile().deleteOnExit();
            return Files.write(file, bytes.content());
        } catch (IOException e) {
            throw new TaskFailure("cannot keep the decrypted archive: " + e.getMessage());
        }
    }

    /**
     * An archive of the controller.
     *
     * @param file as it is told
     * @param clear what is sent
     */
    private record Source(
            java.nio.file.Path file, java.nio.file.Path clear, Optional<Archive> archive) {
        Source(java.nio.file.Path file, java.nio.file.Path clear) {
            this(file, clear, Archive.of(clear));
        }
    }

    private Plan there() {
        var words = new ArrayList<>(List.of(src.written(), dest.text(), created()));
        words.addAll(attributes.arguments());
        words.addAll(choices());
        words.add(listFiles ? "1" : "0");
        var web =
                src.written().contains("://")
                        ? Optional.of(WebRequest.get(src.written(), validateCerts))
                        : Optional.<WebRequest>empty();
        words.add(web.map(WebRequest::curl).orElse(""));
        words.add(web.map(WebRequest::wget).orElse(""));
        return Plan.guarded(SCRIPT, words, report -> told(report, report.said("src"), List.of()));
    }

    private String created() {
        return creates.map(RemotePath::text).orElse("");
    }

    private List<String> choices() {
        return List.of(
                keepNewer ? "1" : "0",
                String.join("\n", extraOpts),
                String.join("\n", exclude),
                String.join("\n", include));
    }

    /** One round trip compares; the archive is sent only when something is missing. */
    private Plan sent(Remote remote, Source source) {
        var words = new ArrayList<>(List.of(dest.text(), created()));
        words.addAll(attributes.arguments());
        expected(source).map(Comparison::arguments).ifPresent(words::addAll);
        var seen = remote.look(call("unarchive_compare", words));
        var names = names(source);
        var result = told(seen, source.file().toString(), names);
        if (seen.has("skipped")) {
            return new Plan.Unchanged(result);
        }
        var handler = source.archive().map(Archive::handler);
        var known = handler.map(name -> result.with("handler", name)).orElse(result);
        return seen.has("same")
                ? new Plan.Unchanged(known)
                : new Plan.Change(known, () -> put(remote, source, names));
    }

    private Result put(Remote remote, Source source, List<String> names) {
        var words = new ArrayList<>(List.of(dest.text()));
        words.addAll(attributes.arguments());
        words.addAll(choices());
        words.add(listFiles && names.isEmpty() ? "1" : "0");
        words.add(src.written());
        var done =
                remote.touch(
                        call("unarchive_put", words).payloads(List.of(Payload.of(source.clear()))));
        return told(done, source.file().toString(), names).changed(true);
    }

    private static Command call(String function, List<String> words) {
        return Command.call(SCRIPT, function, words.toArray(String[]::new));
    }

    /** What the host should have; empty when that cannot be told from here. */
    private Optional<Comparison> expected(Source source) {
        var strips = extraOpts.stream().map(STRIPS::matcher).allMatch(match -> match.matches());
        if (source.archive().isEmpty() || !strips || keepNewer) {
            return Optional.empty();
        }
        var folders =
                extraOpts.stream()
                        .map(STRIPS::matcher)
                        .filter(match -> match.matches())
                        .mapToInt(match -> Integer.parseInt(match.group(1)))
                        .findFirst()
                        .orElse(0);
        return Optional.of(
                new Comparison(
                        chosen(source.archive().get()).stream()
                                .flatMap(entry -> entry.stripped(folders).stream())
                                .toList()));
    }

    private List<Entry> chosen(Archive archive) {
        return archive.entries().stream()
                .filter(entry -> include.isEmpty() || any(include, entry.path()))
                .filter(entry -> !any(exclude, entry.path()))
                .toList();
    }

    /** Whether a name, or a folder it is in, fits a pattern, as tar judges. */
    private static boolean any(List<String> patterns, String path) {
        return patterns.stream().anyMatch(pattern -> new NamePattern(pattern).fits(path));
    }

    private List<String> names(Source source) {
        return source.archive().map(this::chosen).orElse(List.of()).stream()
                .map(Entry::path)
                .toList();
    }

    private Result told(Report seen, String source, List<String> names) {
        if (seen.has("skipped")) {
            return Result.of()
                    .with("skipped", true)
                    .message("skipped, since %s exists".formatted(seen.said("skipped")));
        }
        var result =
                Attributes.told(
                        Result.of().with("src", source).with("dest", seen.said("dest")), seen);
        if (seen.has("handler")) {
            result = result.with("handler", seen.said("handler"));
        }
        if (!listFiles) {
            return result;
        }
        return result.with("files", names.isEmpty() ? seen.said("files").lines().toList() : names);
    }
}
