package jplay.modules.files.text;

import java.util.List;
import java.util.Optional;
import jplay.module.Arg;
import jplay.module.ArgGroup;
import jplay.module.Constraint;
import jplay.module.Module;
import jplay.module.Named;
import jplay.module.Plan;
import jplay.module.Remote;
import jplay.module.Result;
import jplay.module.TaskFailure;
import jplay.module.type.RemotePath;
import jplay.modules.files.Attributes;

/** Puts one line into a text file, or takes lines out of it. */
@Named(
        value = "ansible.builtin.lineinfile",
        summary = "Makes sure that a line is in a text file, or that lines are not.")
@Constraint(
        value = Constraint.Kind.MUTUALLY_EXCLUSIVE,
        arguments = {"insertbefore", "insertafter"})
@Constraint(
        value = Constraint.Kind.MUTUALLY_EXCLUSIVE,
        arguments = {"regexp", "search_string"})
@Constraint(
        value = Constraint.Kind.MUTUALLY_EXCLUSIVE,
        arguments = {"backrefs", "search_string"})
public record Lineinfile(
        @Arg(
                        value = "The file.",
                        aliases = {"dest", "destfile", "name"})
                RemotePath path,
        @Arg(value = "Whether the line is to be there.", orElse = "present") State state,
        @Arg(
                        value = "Regular expression of the line to replace, or of those to remove.",
                        aliases = "regex")
                Optional<String> regexp,
        @Arg("Text that the line to replace, or those to remove, contain.")
                Optional<String> searchString,
        @Arg(value = "The line.", aliases = "value") Optional<String> line,
        @Arg(
                        value =
                                "Replace `\\1` in the line by what the expression matched; nothing is added.",
                        orElse = "no")
                boolean backrefs,
        @Arg("Where a new line goes: behind the last line that matches, or EOF.")
                Optional<String> insertafter,
        @Arg("Where a new line goes: before the last line that matches, or BOF.")
                Optional<String> insertbefore,
        @Arg(value = "Take the first match of these two instead of the last.", orElse = "no")
                boolean firstmatch,
        @Arg(value = "Make the file when it is missing.", orElse = "no") boolean create,
        @ArgGroup TextEdit edit,
        @ArgGroup Attributes attributes)
        implements Module {
    /** Whether the line is to be there. */
    public enum State {
        PRESENT,
        ABSENT
    }

    @Override
    public Plan plan(Remote remote) {
        check();
        return TextEdit.plan(remote, path, attributes, this::planned);
    }

    private Plan planned(HostText old) {
        if (old.directory()) {
            throw new TaskFailure(
                    Result.failure("Path " + old.path() + " is a directory !").with("rc", 256L));
        }
        if (!old.exists() && state == State.ABSENT) {
            return Plan.unchanged("file not present");
        }
        if (!old.exists() && !create) {
            throw new TaskFailure(
                    Result.failure("Destination " + old.path() + " does not exist !")
                            .with("rc", 257L));
        }
        return edited(old);
    }

    private void check() {
        if (state == State.PRESENT && line.isEmpty()) {
            throw new TaskFailure("line is required with state=present");
        }
        if (state == State.PRESENT && backrefs && regexp.isEmpty()) {
            throw new TaskFailure("regexp is required with backrefs=true");
        }
        if (state == State.ABSENT && line.isEmpty() && regexp.isEmpty() && searchString.isEmpty()) {
            throw new TaskFailure(
                    "one of line, search_string, or regexp is required with state=absent");
        }
    }

    private Plan edited(HostText old) {
        var lines = Lines.of(old.latin());
        var wanted =
                new WantedLine(
                        regexp.map(Lines::expression),
                        searchString.map(HostText::latin),
                        line.map(HostText::latin));
        var before = lines.size();
        var message =
                state == State.PRESENT
                        ? new LinePlace(wanted, backrefs, firstmatch, before(), after()).put(lines)
                        : removed(lines, wanted);
        var text = HostText.bytes(String.join("", lines));
        var fate = new TextEdit.Fate(old, Optional.of(text), attributes, true);
        var result = Result.of().message(message).with("backup", "");
        if (state == State.ABSENT) {
            result = result.with("found", (long) before - lines.size());
        }
        if (fate.rewritten()) {
            result = result.diff(TextEdit.diff(old, shown(old.bytes()), shown(text)));
        }
        return edit.plan(fate, result, new TextEdit.Telling("backup", true, true));
    }

    private Optional<LinePlace.Spot> before() {
        return insertbefore.map(text -> LinePlace.Spot.of(text, "BOF"));
    }

    private Optional<LinePlace.Spot> after() {
        return insertafter.map(text -> LinePlace.Spot.of(text, "EOF"));
    }

    private static String removed(List<String> lines, WantedLine wanted) {
        var before = lines.size();
        lines.removeIf(wanted::fits);
        var found = before - lines.size();
        return found == 0 ? "" : found + " line(s) removed";
    }

    private static String shown(byte[] bytes) {
        return new String(bytes, java.nio.charset.StandardCharsets.UTF_8);
    }
}
