package jplay.modules.files;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import jplay.module.Answer;
import jplay.module.Arg;
import jplay.module.Command;
import jplay.module.Constraint;
import jplay.module.Diff;
import jplay.module.Module;
import jplay.module.Named;
import jplay.module.Plan;
import jplay.module.Remote;
import jplay.module.Result;
import jplay.module.Script;
import jplay.module.TaskFailure;
import jplay.module.type.Mode;
import jplay.module.type.RemotePath;

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
        @Arg(value = "Keep a copy of the old file.", orElse = "no") boolean backup,
        @Arg("A command that judges the new file before it is put in place; `%s` is its name.")
                Optional<String> validate,
        @Arg("Owner, by name or number.") Optional<String> owner,
        @Arg("Group, by name or number.") Optional<String> group,
        @Arg("Permissions, such as '0644' or u=rw,g=r,o=.") Optional<Mode> mode,
        @Arg("Kind of line ends; those of the file are kept.") Optional<String> encoding,
        @Arg(value = "Accepted; writes are always safe.", orElse = "no") boolean unsafeWrites)
        implements Module {
    private static final Script SCRIPT =
            Script.beside(Lineinfile.class, "lineinfile", Attributes.SCRIPT);

    /** Whether the line is to be there. */
    public enum State {
        PRESENT,
        ABSENT
    }

    /** What is to become of the file. */
    private record Edit(Lines lines, String message, int found) {}

    @Override
    public Plan plan(Remote remote) {
        check();
        var old = TextFile.of(remote.probe(Command.call(SCRIPT, "lineinfile_read", path.text())));
        if (old.directory()) {
            throw new TaskFailure("Path " + old.path() + " is a directory !");
        }
        if (old.exists() || create) {
            return edited(remote, old);
        }
        return state == State.ABSENT
                ? Plan.unchanged("file not present")
                : new Plan.Failed(
                        Result.failure("Destination " + old.path() + " does not exist !")
                                .with("rc", 257L));
    }

    private Plan edited(Remote remote, TextFile old) {
        var edit = state == State.PRESENT ? present(old.text()) : absent(old.text());
        var text = edit.lines().text();
        var same = text.equals(old.text()) && old.exists();
        var result = result(edit);
        if (same && !old.differs(new Attributes(owner, group, mode))) {
            return new Plan.Unchanged(result.message(""));
        }
        var header = old.path() + " (content)";
        var told =
                same
                        ? result.message("ownership, perms or SE linux context changed")
                        : result.diff(new Diff(header, old.text(), header, text));
        return new Plan.Change(
                told,
                () -> written(remote, told, same ? Optional.empty() : Optional.of(text), old));
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

    private Result result(Edit edit) {
        var result = Result.of().message(edit.message()).with("backup", "");
        return state == State.ABSENT ? result.with("found", (long) edit.found()) : result;
    }

    private Result written(Remote remote, Result told, Optional<String> text, TextFile old) {
        var target = old.path();
        var words =
                new java.util.ArrayList<>(
                        List.of(
                                target,
                                create ? "1" : "0",
                                backup ? "1" : "0",
                                validate.orElse("")));
        words.addAll(new Attributes(owner, group, mode).arguments());
        words.add(text.isPresent() ? "0" : "1");
        var command = Command.call(SCRIPT, "lineinfile_write", words.toArray(String[]::new));
        var answer = remote.exec(command.input(text.orElse("").getBytes(StandardCharsets.UTF_8)));
        if (!answer.ok()) {
            throw new TaskFailure(why(answer, target));
        }
        var made = answer.lines().stream().filter(each -> each.startsWith("backup=")).findFirst();
        return told.with("backup", made.map(each -> each.substring(7)).orElse("")).changed(true);
    }

    private static String why(Answer answer, String target) {
        return answer.lines().stream()
                .filter(each -> each.startsWith("jplay_failed="))
                .map(each -> each.substring("jplay_failed=".length()))
                .findFirst()
                .orElse("cannot write " + target + ": " + answer.errorText());
    }

    private Edit present(String text) {
        var lines = Lines.of(text);
        var byPattern = regexp.isPresent() || searchString.isPresent();
        var wanted = new Lines.Wanted(regexp.map(Lineinfile::compiled), searchString, line);
        var found = byPattern ? lines.find(wanted, firstmatch) : Optional.<Integer>empty();
        if (found.isPresent()) {
            var old = lines.lines().get(found.get());
            var fresh =
                    backrefs
                            ? Lines.expanded(line.get(), wanted.match(old).orElseThrow())
                            : line.get();
            if (old.equals(fresh)) {
                return new Edit(lines, "", 1);
            }
            lines.lines().set(found.get(), fresh);
            return new Edit(lines.withEnd(), "line replaced", 1);
        }
        var exact = lines.find(new Lines.Wanted(Optional.empty(), Optional.empty(), line), false);
        if (backrefs || exact.isPresent()) {
            return new Edit(lines, "", 0);
        }
        lines.lines().add(place(lines), line.get());
        return new Edit(lines.withEnd(), "line added", 0);
    }

    private int place(Lines lines) {
        var end = lines.lines().size();
        if (insertbefore.isPresent()) {
            return insertbefore.get().equals("BOF") ? 0 : at(lines, insertbefore.get()).orElse(end);
        }
        if (insertafter.isEmpty() || insertafter.get().equals("EOF")) {
            return end;
        }
        return insertafter.get().equals("BOF")
                ? 0
                : at(lines, insertafter.get()).map(i -> i + 1).orElse(end);
    }

    private Optional<Integer> at(Lines lines, String expression) {
        var wanted =
                new Lines.Wanted(
                        Optional.of(compiled(expression)), Optional.empty(), Optional.empty());
        return lines.find(wanted, firstmatch);
    }

    private Edit absent(String text) {
        var lines = Lines.of(text);
        var wanted = new Lines.Wanted(regexp.map(Lineinfile::compiled), searchString, line);
        var before = lines.lines().size();
        lines.lines().removeIf(wanted::fits);
        var found = before - lines.lines().size();
        return new Edit(lines, found == 0 ? "" : found + " line(s) removed", found);
    }

    private static Pattern compiled(String expression) {
        try {
            return Lines.pattern(expression);
        } catch (PatternSyntaxException e) {
            throw new TaskFailure(
                    "the regular expression '%s' is wrong: %s"
                            .formatted(expression, e.getDescription()));
        }
    }
}
