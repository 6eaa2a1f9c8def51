package jplay.modules.ssh;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import jplay.module.Arg;
import jplay.module.Module;
import jplay.module.Named;
import jplay.module.Plan;
import jplay.module.Remote;
import jplay.module.Result;
import jplay.module.TaskFailure;
import jplay.module.type.RemotePath;
import jplay.modules.files.Attributes;
import jplay.modules.files.text.HostText;
import jplay.modules.files.text.Lines;
import jplay.modules.files.text.TextEdit;
import jplay.modules.system.Presence;

/** Adds hosts and their keys to a file of known hosts, or removes them. */
@Named(
        value = "ansible.builtin.known_hosts",
        summary = "Adds hosts and their keys to a file of known hosts, or removes them.")
public record KnownHosts(
        @Arg(value = "The host, with a port as `[HOST]:PORT`.", aliases = "host") String name,
        @Arg(
                        "The key as a line of the file: names, kind and key; without it all keys of the host are removed.")
                Optional<String> key,
        @Arg(value = "The file; its folder must be there.", orElse = "~/.ssh/known_hosts")
                RemotePath path,
        @Arg(value = "Write the name as a hash.", orElse = "no") boolean hashHost,
        @Arg(value = "Whether the key should be there.", orElse = "present") Presence state)
        implements Module {
    private static final TextEdit EDIT = new TextEdit(false, Optional.empty());
    private static final Attributes NONE =
            Attributes.of(Optional.empty(), Optional.empty(), Optional.empty());

    @Override
    public Plan plan(Remote remote) {
        if (name.contains(",")) {
            return Plan.failed(
                    "Comma separated list of names is not supported. "
                            + "Please pass a single name to lookup in the known_hosts file.");
        }
        if (key.isEmpty() && state == Presence.PRESENT) {
            return Plan.failed("No key specified when adding a host");
        }
        var wanted = given();
        return TextEdit.plan(remote, path, NONE, old -> planned(old, wanted));
    }

    /** The lines of the key, of which each is about the host or a comment. */
    private List<String> given() {
        var lines = key.orElse("").lines().filter(line -> !line.isBlank()).toList();
        for (var line : lines) {
            var fits = HostLine.of(line).map(each -> each.names(name)).orElse(false);
            if (!fits && !line.strip().startsWith("#")) {
                throw new TaskFailure(
                        "Host parameter does not match hashed host field in supplied key");
            }
        }
        return lines;
    }

    private Plan planned(HostText old, List<String> wanted) {
        if (old.directory()) {
            throw new TaskFailure("%s is a folder".formatted(old.path()));
        }
        if (!old.housed() && state == Presence.PRESENT) {
            throw new TaskFailure(
                    "Failed to write to file '%s': its folder is not there".formatted(old.path()));
        }
        var lines = Lines.of(old.latin());
        if (wanted.isEmpty()) {
            lines.removeIf(line -> HostLine.of(line).filter(each -> each.names(name)).isPresent());
        }
        wanted.forEach(line -> put(lines, line));
        var text = HostText.bytes(String.join("", lines));
        var fate = new TextEdit.Fate(old, Optional.of(text), NONE, false);
        var stays = !fate.rewritten() || (!old.exists() && text.length == 0);
        return stays
                ? new Plan.Unchanged(Attributes.told(told(), old.told()))
                : written(fate, new String(text, StandardCharsets.UTF_8));
    }

    private Plan written(TextEdit.Fate fate, String text) {
        var old = fate.old();
        var before = new String(old.bytes(), StandardCharsets.UTF_8);
        var header = old.exists() ? old.path() : "/dev/null";
        var result =
                Attributes.told(told(), old.told())
                        .diff(new jplay.module.Diff(header, before, old.path(), text));
        return EDIT.plan(fate, result, new TextEdit.Telling("backup", false, false));
    }

    private Result told() {
        return Result.of()
                .with("name", name)
                .with("key", key.orElse(null))
                .with("path", path.text())
                .with("hash_host", hashHost)
                .with("state", state.name().toLowerCase(Locale.ROOT));
    }

    private void put(List<String> lines, String written) {
        var wanted = HostLine.of(written);
        if (wanted.isEmpty()) {
            comment(lines, written);
            return;
        }
        var rivals = new ArrayList<String>();
        for (var line : lines) {
            var found = HostLine.of(line).filter(each -> rival(each, wanted.get()));
            if (state == Presence.PRESENT
                    && found.filter(each -> fits(each, wanted.get())).isPresent()) {
                return;
            }
            found.ifPresent(_ -> rivals.add(line));
        }
        lines.removeAll(rivals);
        if (state == Presence.PRESENT) {
            Lines.end(lines);
            added(wanted.get(), written).forEach(line -> lines.add(line + "\n"));
        }
    }

    /** A comment comes along with its key, once. */
    private void comment(List<String> lines, String written) {
        if (state == Presence.PRESENT
                && lines.stream().noneMatch(line -> Lines.bare(line).equals(written))) {
            Lines.end(lines);
            lines.add(written + "\n");
        }
    }

    private boolean rival(HostLine there, HostLine wanted) {
        return there.marker().equals(wanted.marker())
                && there.kind().equals(wanted.kind())
                && there.names(name);
    }

    private boolean fits(HostLine there, HostLine wanted) {
        return hashHost ? there.hashed() && there.key().equals(wanted.key()) : there.same(wanted);
    }

    private List<String> added(HostLine wanted, String written) {
        return hashHost && !wanted.hashed()
                ? wanted.hashed(new SecureRandom()).toList()
                : List.of(HostText.latin(written.strip()));
    }
}
