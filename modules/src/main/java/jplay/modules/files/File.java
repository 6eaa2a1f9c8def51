package jplay.modules.files;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import jplay.module.Arg;
import jplay.module.Diff;
import jplay.module.Module;
import jplay.module.Named;
import jplay.module.Plan;
import jplay.module.Remote;
import jplay.module.Report;
import jplay.module.Result;
import jplay.module.Script;
import jplay.module.type.Mode;
import jplay.module.type.RemotePath;
import jplay.value.Json;
import org.jspecify.annotations.Nullable;

/** Makes, removes and marks files, folders and links. */
@Named(
        value = "ansible.builtin.file",
        summary =
                "Makes or removes files, folders and links, and sets their owner, group and mode.")
public record File(
        @Arg(
                        value = "The path.",
                        aliases = {"dest", "name"})
                RemotePath path,
        @Arg("What it should be; as it is unless given, a folder with `recurse`.")
                Optional<State> state,
        @Arg("What a link points at.") Optional<String> src,
        @Arg(value = "Set owner, group and mode of all that is in a folder.", orElse = "no")
                boolean recurse,
        @Arg(value = "Look at what a link points at.", orElse = "yes") boolean follow,
        @Arg(
                        value =
                                "Make a link even when its target is missing or a file is in its place.",
                        orElse = "no")
                boolean force,
        @Arg("Owner, by name or number.") Optional<String> owner,
        @Arg("Group, by name or number.") Optional<String> group,
        @Arg("Permissions, such as '0644' or u=rw,g=r,o=.") Optional<Mode> mode,
        @Arg("Time of the last change for `touch`: preserve, now or a time.")
                Optional<String> modificationTime,
        @Arg(value = "Form of `modification_time`, as strftime.", orElse = "%Y%m%d%H%M.%S")
                String modificationTimeFormat,
        @Arg("Time of the last access for `touch`: preserve, now or a time.")
                Optional<String> accessTime,
        @Arg(value = "Form of `access_time`, as strftime.", orElse = "%Y%m%d%H%M.%S")
                String accessTimeFormat,
        @Arg(value = "Accepted; writes are always safe.", orElse = "no") boolean unsafeWrites,
        @Arg(value = "Flags for chattr; only empty is supported.", aliases = "attr")
                Optional<String> attributes,
        @Arg("SELinux user; left to the host's policy.") Optional<String> seuser,
        @Arg("SELinux role; left to the host's policy.") Optional<String> serole,
        @Arg("SELinux type; left to the host's policy.") Optional<String> setype,
        @Arg("SELinux level; left to the host's policy.") Optional<String> selevel)
        implements Module {
    private static final Script SCRIPT = Script.beside(File.class, "file", Attributes.SCRIPT);

    /** What a path can be. */
    public enum State {
        /** Not there. */
        ABSENT,
        /** A folder. */
        DIRECTORY,
        /** A file that is there already. */
        FILE,
        /** Another name of the same file. */
        HARD,
        /** A symbolic link. */
        LINK,
        /** A file, made when it is missing, with new times. */
        TOUCH
    }

    @Override
    public Plan plan(Remote remote) {
        var text = path.text().length() > 1 ? path.text().replaceFirst("/+$", "") : path.text();
        var arguments =
                new ArrayList<>(
                        List.of(
                                text,
                                state.map(wanted -> wanted.name().toLowerCase(Locale.ROOT))
                                        .orElse(""),
                                src.orElse(""),
                                recurse ? "1" : "0",
                                follow ? "1" : "0",
                                force ? "1" : "0"));
        arguments.addAll(new Attributes(owner, group, mode).arguments());
        arguments.add(time(modificationTime, modificationTimeFormat));
        arguments.add(time(accessTime, accessTimeFormat));
        return Plan.guarded(SCRIPT, arguments, this::read);
    }

    private String time(Optional<String> given, String format) {
        if (given.isEmpty()) {
            return state.equals(Optional.of(State.TOUCH)) ? "now" : "preserve";
        }
        var text = given.get();
        if (text.equals("preserve") || text.equals("now")) {
            return text;
        }
        var pattern =
                format.replace("%Y", "yyyy")
                        .replace("%m", "MM")
                        .replace("%d", "dd")
                        .replace("%H", "HH")
                        .replace("%M", "mm")
                        .replace("%S", "ss");
        var time = LocalDateTime.parse(text, DateTimeFormatter.ofPattern(pattern, Locale.ROOT));
        return time.format(DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT));
    }

    private Result read(Report report) {
        var link = report.said("wanted").equals("link") || report.said("wanted").equals("hard");
        var result = Result.of().with(link ? "dest" : "path", report.said("path"));
        if (link) {
            result = result.with("src", report.said("src"));
        }
        result =
                report.said("wanted").equals("absent")
                        ? result.with("state", "absent")
                        : Attributes.told(result, report);
        return report.changeNeeded() ? result.diff(diff(report)) : result;
    }

    /**
     * The state before and after as Ansible shows it: two mappings of which only what differs
     * changes.
     */
    private Diff diff(Report report) {
        var before = new TreeMap<String, @Nullable Object>();
        var after = new TreeMap<String, @Nullable Object>();
        before.put("path", report.said("path"));
        after.put("path", report.said("path"));
        var wanted = report.said("wanted");
        if (!report.said("before").equals(wanted)) {
            before.put("state", report.said("before"));
            after.put("state", wanted);
        }
        if (report.has("contents") && report.said("wanted").equals("absent")) {
            before.put("path_content", report.said("contents").lines().toList());
        }
        differing("mode", report, before, after);
        differing("owner", report, before, after);
        differing("group", report, before, after);
        return new Diff("", text(before), "", text(after));
    }

    private void differing(
            String name,
            Report report,
            Map<String, @Nullable Object> before,
            Map<String, @Nullable Object> after) {
        var wanted =
                switch (name) {
                    case "mode" ->
                            report.has("after_mode")
                                    ? Optional.of(report.said("after_mode"))
                                    : Optional.<String>empty();
                    case "owner" -> owner;
                    default -> group;
                };
        if (wanted.isEmpty() || !report.has("before_" + name)) {
            return;
        }
        var old = report.said("before_" + name);
        var octal = name.equals("mode");
        if (!Attributes.octal(old).equals(Attributes.octal(wanted.get()))) {
            before.put(name, octal ? Attributes.octal(old) : old);
            after.put(name, octal ? Attributes.octal(wanted.get()) : wanted.get());
        }
    }

    private static String text(Map<String, @Nullable Object> state) {
        return Json.write(state, Json.Style.SORTED_INDENTED) + "\n";
    }
}
