package jplay.modules.files;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jplay.module.Arg;
import jplay.module.ArgGroup;
import jplay.module.Constraint;
import jplay.module.Module;
import jplay.module.Named;
import jplay.module.Plan;
import jplay.module.Remote;
import jplay.module.type.FileSource;
import jplay.module.type.Mode;
import jplay.module.type.Payload;
import jplay.module.type.RemotePath;
import jplay.value.Json;
import org.jspecify.annotations.Nullable;

/** Copies a file, or a text, to the host. */
@Named(
        value = "ansible.builtin.copy",
        summary =
                "Copies a file or folder of the controller, or of the host itself, or a given text.")
@Constraint(
        value = Constraint.Kind.MUTUALLY_EXCLUSIVE,
        arguments = {"src", "content"})
@Constraint(
        value = Constraint.Kind.REQUIRED_ONE_OF,
        arguments = {"src", "content"})
public record Copy(
        @Arg("The file or folder; on the host with `remote_src`.") Optional<FileSource> src,
        @Arg("The text of the file instead of `src`; other values are written as JSON.")
                @Nullable Object content,
        @Arg("Where it goes.") RemotePath dest,
        @Arg(value = "Whether `src` is on the host.", orElse = "no") boolean remoteSrc,
        @Arg(value = "Replace a file that differs.", orElse = "yes", aliases = "thirsty")
                boolean force,
        @Arg(value = "Keep a copy of a file that is replaced.", orElse = "no") boolean backup,
        @Arg("A command that judges the new file before it is put in place; `%s` is its name.")
                Optional<String> validate,
        @Arg(value = "Write to what a link at `dest` points at.", orElse = "no") boolean follow,
        @Arg("Copy what links in the source point at; yes for one of the controller unless given.")
                Optional<Boolean> localFollow,
        @Arg("SHA-1 the file must have.") Optional<String> checksum,
        @Arg("Permissions of folders that are made.") Optional<Mode> directoryMode,
        @Arg(value = "Decrypt a source that is encrypted with vault.", orElse = "yes")
                boolean decrypt,
        @ArgGroup Attributes attributes)
        implements Module {
    @Override
    public Plan plan(Remote remote) {
        if (src.isEmpty()) {
            var bytes = text().getBytes(StandardCharsets.UTF_8);
            return of(Optional.of(Payload.of(bytes)), "", "", attributes);
        }
        var written = src.get().written();
        if (remoteSrc) {
            return remote(remote, written);
        }
        var local = src.get().local();
        if (Files.isDirectory(local.path())) {
            return new LocalTree(local, dest.text(), this).plan(remote);
        }
        var mode = attributes.mode().map(given -> PreservedMode.of(given, local.path()));
        return of(
                Optional.of(local.content(decrypt)),
                String.valueOf(local.path().getFileName()),
                "",
                attributes.with(mode));
    }

    private Plan remote(Remote remote, String written) {
        if (written.endsWith("/") || remote.probe("test", "-d", written).ok()) {
            return new RemoteTree(written, dest.text(), this).plan();
        }
        var name = written.substring(written.lastIndexOf('/') + 1);
        return of(Optional.empty(), name, written, attributes);
    }

    private Plan of(Optional<Payload> payload, String name, String source, Attributes wanted) {
        var target =
                new Content.Target(
                        dest.text(),
                        force,
                        backup,
                        wanted,
                        validate,
                        follow,
                        directoryMode,
                        checksum);
        return new Content(payload, name, source, target).plan();
    }

    private String text() {
        return switch (content) {
            case null -> "";
            case Boolean truth -> truth ? "True" : "False";
            case List<?> _, Map<?, ?> _ -> Json.write(content, Json.Style.PLAIN);
            default -> content.toString();
        };
    }
}
