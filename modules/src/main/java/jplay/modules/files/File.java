package jplay.modules.files;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import jplay.module.Arg;
import jplay.module.ArgGroup;
import jplay.module.Module;
import jplay.module.Named;
import jplay.module.Plan;
import jplay.module.Remote;
import jplay.module.Report;
import jplay.module.Result;
import jplay.module.Script;
import jplay.module.type.RemotePath;

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
        @Arg("Time of the last change for `touch`: preserve, now or a time.")
                Optional<String> modificationTime,
        @Arg(value = "Form of `modification_time`, as strftime.", orElse = "%Y%m%d%H%M.%S")
                String modificationTimeFormat,
        @Arg("Time of the last access for `touch`: preserve, now or a time.")
                Optional<String> accessTime,
        @Arg(value = "Form of `access_time`, as strftime.", orElse = "%Y%m%d%H%M.%S")
                String accessTimeFormat,
        @ArgGroup Attributes attributes)
        implements Module {
    private static final Script SCRIPT = Script.beside(File.class, "file", Attributes.PLACE);

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
        var arguments =
                new ArrayList<>(
                        List.of(
                                path.text(),
                                state.map(wanted -> wanted.name().toLowerCase(Locale.ROOT))
                                        .orElse(""),
                                src.orElse(""),
                                recurse ? "1" : "0",
                                follow ? "1" : "0",
                                force ? "1" : "0"));
        arguments.addAll(attributes.arguments());
        arguments.add(time(modificationTime, modificationTimeFormat));
        arguments.add(time(accessTime, accessTimeFormat));
        return Plan.guarded(SCRIPT, arguments, this::read);
    }

    private String time(Optional<String> given, String format) {
        var usual = state.equals(Optional.of(State.TOUCH)) ? "now" : "preserve";
        var text = given.filter(written -> !written.isEmpty()).orElse(usual);
        return text.equals("preserve") || text.equals("now")
                ? text
                : TimeFormat.parse(text, format);
    }

    private Result read(Report report) {
        var wanted = report.said("wanted");
        var named = List.of("link", "hard", "touch").contains(wanted);
        var result = Result.of().with(named ? "dest" : "path", report.said("path"));
        if (wanted.equals("link") || wanted.equals("hard")) {
            result = result.with("src", report.has("src") ? report.said("src") : null);
        }
        if (wanted.equals("absent")
                && (report.applied() || !report.changeNeeded() || !report.has("uid"))) {
            result = result.with("state", "absent");
        } else {
            result = Attributes.told(result, report);
        }
        var shown = !report.changeNeeded() || untouched(report);
        return shown ? result : result.diff(new FileDiff(report).diff());
    }

    /** A file that is to be made by touching it shows no diff before it is there. */
    private static boolean untouched(Report report) {
        return report.said("wanted").equals("touch")
                && report.said("before").equals("absent")
                && !report.applied();
    }
}
