package jplay.modules.files;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jplay.module.Arg;
import jplay.module.Constraint;
import jplay.module.Module;
import jplay.module.Named;
import jplay.module.Plan;
import jplay.module.Remote;
import jplay.module.TaskFailure;
import jplay.module.type.FileSource;
import jplay.module.type.LocalFile;
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
        @Arg(value = "Copy what links on the controller point at.", orElse = "yes")
                boolean localFollow,
        @Arg("SHA-1 the file must have.") Optional<String> checksum,
        @Arg("Owner, by name or number.") Optional<String> owner,
        @Arg("Group, by name or number.") Optional<String> group,
        @Arg("Permissions, such as '0644', u=rw,g=r,o= or preserve.") Optional<Mode> mode,
        @Arg("Permissions of folders that are made.") Optional<Mode> directoryMode,
        @Arg(value = "Accepted; encrypted sources are not read yet.", orElse = "yes")
                boolean decrypt,
        @Arg(value = "Accepted; writes are always safe.", orElse = "no") boolean unsafeWrites,
        @Arg(value = "Flags for chattr; only empty is supported.", aliases = "attr")
                Optional<String> attributes,
        @Arg("SELinux user; left to the host's policy.") Optional<String> seuser,
        @Arg("SELinux role; left to the host's policy.") Optional<String> serole,
        @Arg("SELinux type; left to the host's policy.") Optional<String> setype,
        @Arg("SELinux level; left to the host's policy.") Optional<String> selevel)
        implements Module {
    @Override
    public Plan plan(Remote remote) {
        if (src.isEmpty()) {
            return of(
                    Optional.of(Payload.of(text().getBytes(StandardCharsets.UTF_8))), "", "", mode);
        }
        var written = src.get().written();
        if (remoteSrc) {
            return remote(remote, written);
        }
        var local = src.get().local();
        if (Files.isDirectory(local.path())) {
            return new LocalTree(local, dest.text(), attributes(mode), directoryMode).plan(remote);
        }
        checkSum(local);
        var wanted = mode.map(given -> PreservedMode.of(given, local.path()));
        return of(
                Optional.of(Payload.of(local.path())),
                String.valueOf(local.path().getFileName()),
                "",
                wanted);
    }

    private Plan remote(Remote remote, String written) {
        if (written.endsWith("/") || remote.probe("test", "-d", written).ok()) {
            return new RemoteTree(written, dest.text(), attributes(mode)).plan();
        }
        return of(Optional.empty(), written.substring(written.lastIndexOf('/') + 1), written, mode);
    }

    private void checkSum(LocalFile local) {
        try {
            var actual = checksum.isPresent() ? Payload.of(local.path()).digest("SHA-1") : "";
            if (checksum.isPresent() && !checksum.get().equals(actual)) {
                throw new TaskFailure(
                        "Copied file does not match the expected checksum: got %s, want %s"
                                .formatted(actual, checksum.get()));
            }
        } catch (IOException e) {
            throw new TaskFailure("cannot read " + local.path() + ": " + e.getMessage());
        }
    }

    private Plan of(Optional<Payload> payload, String name, String source, Optional<Mode> wanted) {
        var target =
                new Content.Target(
                        dest.text(), force, backup, attributes(wanted), validate, follow);
        return new Content(payload, name, source, target).plan();
    }

    private Attributes attributes(Optional<Mode> wanted) {
        return new Attributes(owner, group, wanted);
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
