package jplay.modules.files.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import jplay.module.Arg;
import jplay.module.Command;
import jplay.module.Diff;
import jplay.module.Plan;
import jplay.module.Remote;
import jplay.module.Report;
import jplay.module.Result;
import jplay.module.Script;
import jplay.module.type.Payload;
import jplay.module.type.RemotePath;
import jplay.modules.files.Attributes;
import jplay.modules.files.StateDiff;
import jplay.modules.files.Validation;

/**
 * How a text file is changed in part: read in one round trip, written in another when the text or
 * its attributes are not as they should be. What was edited just before is not read again.
 */
public record TextEdit(
        @Arg(value = "Keep a copy of the old file.", orElse = "no") boolean backup,
        @Arg("A command that judges the new file before it is put in place; `%s` is its name.")
                Optional<String> validate) {
    /** Shell functions that read and write text files. */
    public static final Script SCRIPT = Script.beside(TextEdit.class, "text", Attributes.PLACE);

    private static final String ADJUSTED = "ownership, perms or SE linux context changed";

    /**
     * A file and what is to become of it.
     *
     * @param text the new content; empty when it stays
     * @param follow whether a link stays and what it points at is written
     */
    public record Fate(HostText old, Optional<byte[]> text, Attributes attributes, boolean follow) {

        /** Whether the content is to be another one. */
        public boolean rewritten() {
            return text.isPresent() && !(old.exists() && Arrays.equals(text.get(), old.bytes()));
        }

        /** Whether anything is to be done. */
        public boolean needed() {
            return rewritten() || (old.exists() && !old.fits());
        }
    }

    /**
     * The plan for a file: what is to become of the text that it has, which is looked at first
     * unless it is known.
     */
    public static Plan plan(
            Remote remote,
            RemotePath path,
            Attributes attributes,
            Function<HostText, Plan> edited) {
        var subject = new Foresight.Subject(path.text(), attributes.arguments());
        return new Foresight(remote, SCRIPT, subject, edited)
                .plan(() -> read(remote, path, attributes));
    }

    private static HostText read(Remote remote, RemotePath path, Attributes attributes) {
        var words = new ArrayList<>(List.of(path.text()));
        words.addAll(attributes.arguments());
        var told = remote.look(Command.call(SCRIPT, "text_read", words.toArray(String[]::new)));
        return new HostText(told, told.output());
    }

    /**
     * The plan that makes a file what it is to be.
     *
     * @param result what is told of the text; that attributes are set, and the backup, is added
     * @param telling how those two are told
     */
    public Plan plan(Fate fate, Result result, Telling telling) {
        if (!fate.needed()) {
            return new Plan.Unchanged(result);
        }
        var payloads =
                fate.rewritten()
                        ? new Payload[] {Payload.of(fate.text().orElseThrow())}
                        : new Payload[0];
        return Plan.guarded(
                        SCRIPT,
                        writing(fate),
                        report -> {
                            var predicted = adjusted(result, fate.old().told(), fate, telling);
                            if (!report.applied()) {
                                return predicted;
                            }
                            var done = adjusted(predicted, report, fate, telling);
                            return report.has("backup_file")
                                    ? done.with(telling.backup(), report.said("backup_file"))
                                    : done;
                        })
                .with(payloads);
    }

    /**
     * How a module tells what all have in common.
     *
     * @param backup under which name the copy of the old file is told
     * @param diff whether attributes are part of the diff
     * @param message whether the message says that attributes are set; else they are told as they
     *     are
     */
    public record Telling(String backup, boolean diff, boolean message) {}

    private static Result adjusted(Result result, Report told, Fate fate, Telling telling) {
        if (!telling.message()) {
            return Attributes.told(result, told);
        }
        if (told.said("changes").isBlank()) {
            return result;
        }
        var message = result.message().orElse("");
        var more = result.message(message.isEmpty() ? ADJUSTED : message + " and " + ADJUSTED);
        var header = fate.old().path() + " (file attributes)";
        return telling.diff() ? more.diff(new StateDiff().attributes(told).diff(header)) : more;
    }

    private List<String> writing(Fate fate) {
        var words =
                new ArrayList<>(
                        List.of(
                                fate.old().path(),
                                fate.follow() ? "1" : "0",
                                backup && fate.old().exists() ? "1" : "0",
                                Validation.script(validate),
                                fate.rewritten() ? "0" : "1"));
        words.addAll(fate.attributes().arguments());
        return words;
    }

    /** The diff of a file's text. */
    public static Diff diff(HostText old, String before, String after) {
        var header = old.path() + " (content)";
        return new Diff(header, before, header, after);
    }
}
