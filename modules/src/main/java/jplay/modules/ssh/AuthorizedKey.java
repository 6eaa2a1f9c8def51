package jplay.modules.ssh;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import jplay.module.Arg;
import jplay.module.Command;
import jplay.module.Diff;
import jplay.module.Module;
import jplay.module.Named;
import jplay.module.Plan;
import jplay.module.Remote;
import jplay.module.Report;
import jplay.module.Result;
import jplay.module.Script;
import jplay.module.TaskFailure;
import jplay.module.type.Payload;
import jplay.module.type.RemotePath;
import jplay.modules.files.Attributes;
import jplay.modules.files.text.HostText;
import jplay.modules.system.Presence;
import jplay.modules.system.Settings;
import jplay.modules.web.WebAnswer;
import jplay.modules.web.WebRequest;

/** Says which keys open an account to those who log in over SSH. */
@Named(
        value = "ansible.posix.authorized_key",
        summary = "Adds keys to those that open an account over SSH, or removes them.",
        aliases = "authorized_key")
public record AuthorizedKey(
        @Arg("The account.") String user,
        @Arg(
                        "The keys, one a line; or a URL the host fetches them from; or `file://` and a file of the host.")
                String key,
        @Arg("The file; `.ssh/authorized_keys` in the account's home unless given.")
                Optional<RemotePath> path,
        @Arg(value = "Make the file's folder, and see to its owner and mode.", orElse = "yes")
                boolean manageDir,
        @Arg(value = "Whether the keys should be there.", orElse = "present") Presence state,
        @Arg("Options put before the keys, such as `no-pty`.") Optional<String> keyOptions,
        @Arg(value = "Remove all other lines.", orElse = "no") boolean exclusive,
        @Arg(value = "Check the server's certificate.", orElse = "yes") boolean validateCerts,
        @Arg("Comment behind the keys, instead of their own.") Optional<String> comment,
        @Arg(value = "Write what a link points at, instead of replacing the link.", orElse = "no")
                boolean follow)
        implements Module {
    private static final Script SCRIPT =
            Script.beside(
                    AuthorizedKey.class, "authorized_key", Attributes.PLACE, WebRequest.SCRIPT);

    @Override
    public Plan plan(Remote remote) {
        var request = WebRequest.get(key, validateCerts);
        var fetched = key.startsWith("http:") || key.startsWith("https:");
        var words =
                List.of(
                        user,
                        path.map(RemotePath::text).orElse(""),
                        key.startsWith("file://") ? key.substring("file://".length()) : "",
                        fetched ? request.curl() : "",
                        fetched ? request.wget() : "");
        var told =
                remote.look(
                        Command.call(SCRIPT, "authorized_key_see", words.toArray(String[]::new)));
        var wanted = wanted(told, fetched);
        return planned(told, wanted);
    }

    /** The keys, from wherever they come. */
    private List<KeyLine> wanted(Report told, boolean fetched) {
        if (fetched && !(told.has("code") && WebAnswer.of(told).ok())) {
            throw new TaskFailure("Error getting key from: " + key);
        }
        var text = fetched || key.startsWith("file://") ? told.said("keys") : key;
        return KeyLine.all(text).stream()
                .map(line -> keyOptions.map(line::options).orElse(line))
                .map(line -> comment.map(line::comment).orElse(line))
                .toList();
    }

    private Plan planned(Report told, List<KeyLine> wanted) {
        var file = told.said("path");
        var old = told.output();
        var lines = new AuthorizedLines(HostText.latin(old));
        if (state == Presence.PRESENT) {
            lines.put(wanted, exclusive);
        } else {
            lines.remove(wanted);
        }
        var result = base(file);
        if (!lines.changed()) {
            return new Plan.Unchanged(Attributes.told(result, told));
        }
        var text = HostText.bytes(lines.text());
        var shown = new Diff(file, utf8(old), file, utf8(text));
        var settings = List.of(file, user, Settings.flag(manageDir), Settings.flag(follow));
        return Plan.guarded(
                        SCRIPT,
                        settings,
                        report ->
                                Attributes.told(result, report.applied() ? report : told)
                                        .diff(shown))
                .with(Payload.of(text));
    }

    private Result base(String file) {
        return Result.of()
                .with("user", user)
                .with("key", key)
                .with("path", path.isPresent() ? file : null)
                .with("keyfile", file)
                .with("manage_dir", manageDir)
                .with("state", state.name().toLowerCase(Locale.ROOT))
                .with("key_options", keyOptions.orElse(null))
                .with("exclusive", exclusive)
                .with("comment", comment.orElse(null))
                .with("validate_certs", validateCerts)
                .with("follow", follow);
    }

    private static String utf8(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
