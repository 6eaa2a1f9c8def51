package jplay.modules.files.text;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
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

/** Puts a block of lines between two marks into a text file, or takes it out. */
@Named(
        value = "ansible.builtin.blockinfile",
        summary = "Makes sure that a marked block of lines is in a text file, or is not.")
@Constraint(
        value = Constraint.Kind.MUTUALLY_EXCLUSIVE,
        arguments = {"insertbefore", "insertafter"})
public record Blockinfile(
        @Arg(
                        value = "The file.",
                        aliases = {"dest", "destfile", "name"})
                RemotePath path,
        @Arg(value = "Whether the block is to be there.", orElse = "present") State state,
        @Arg(value = "The lines; none removes the block.", orElse = "", aliases = "content")
                String block,
        @Arg(
                        value = "The line in front of the block and behind it.",
                        orElse = "# {mark} ANSIBLE MANAGED BLOCK")
                String marker,
        @Arg(value = "What `{mark}` is in front of the block.", orElse = "BEGIN")
                String markerBegin,
        @Arg(value = "What `{mark}` is behind the block.", orElse = "END") String markerEnd,
        @Arg("Where a new block goes: behind the last match, or EOF.") Optional<String> insertafter,
        @Arg("Where a new block goes: before the last match, or BOF.")
                Optional<String> insertbefore,
        @Arg(value = "Put an empty line behind the block unless the file ends.", orElse = "no")
                boolean appendNewline,
        @Arg(value = "Put an empty line in front of the block unless it is first.", orElse = "no")
                boolean prependNewline,
        @Arg(value = "Make the file when it is missing.", orElse = "no") boolean create,
        @ArgGroup TextEdit edit,
        @ArgGroup Attributes attributes)
        implements Module {
    /** Whether the block is to be there. */
    public enum State {
        PRESENT,
        ABSENT
    }

    @Override
    public Plan plan(Remote remote) {
        return TextEdit.plan(remote, path, attributes, this::planned);
    }

    private Plan planned(HostText old) {
        if (old.directory()) {
            throw new TaskFailure(
                    Result.failure("Path " + old.path() + " is a directory !").with("rc", 256L));
        }
        if (!old.exists() && !create) {
            throw new TaskFailure(
                    Result.failure("Path " + old.path() + " does not exist !").with("rc", 257L));
        }
        if (!old.exists() && state == State.ABSENT) {
            return Plan.unchanged("File " + old.path() + " not present");
        }
        return edited(old);
    }

    private Plan edited(HostText old) {
        var lines = Lines.of(old.latin());
        var message = change(lines);
        var text = HostText.bytes(String.join("", lines));
        var fate = new TextEdit.Fate(old, Optional.of(text), attributes, true);
        if (!fate.rewritten()) {
            message = "";
        } else if (!old.exists()) {
            message = "File created";
        }
        var result = Result.of().message(message);
        if (fate.rewritten()) {
            result =
                    result.diff(
                            TextEdit.diff(
                                    old,
                                    new String(old.bytes(), StandardCharsets.UTF_8),
                                    new String(text, StandardCharsets.UTF_8)));
        }
        return edit.plan(fate, result, new TextEdit.Telling("backup_file", true, true));
    }

    /** Changes the lines; says what was done to an existing file. */
    private String change(List<String> lines) {
        var first = mark(markerBegin);
        var last = mark(markerEnd);
        var fresh = block(first, last);
        var begin = indexOf(lines, first);
        var end = indexOf(lines, last);
        if (begin < 0 || end < 0) {
            Lines.end(lines);
            if (fresh.isEmpty()) {
                return "";
            }
            insert(lines, place(lines), fresh);
            return "Block inserted";
        }
        if (begin < end) {
            lines.subList(begin, end + 1).clear();
            insert(lines, begin, fresh);
        } else {
            lines.subList(end, begin + 1).clear();
            insert(lines, end, fresh);
        }
        return fresh.isEmpty() ? "Block removed" : "Block inserted";
    }

    private String mark(String word) {
        return HostText.latin(marker.replace("{mark}", word));
    }

    private List<String> block(String first, String last) {
        if (state == State.ABSENT || block.isEmpty()) {
            return List.of();
        }
        var lines = new ArrayList<String>();
        lines.add(first + "\n");
        lines.addAll(Lines.of(HostText.latin(block)));
        Lines.end(lines);
        lines.add(last + "\n");
        return lines;
    }

    private static int indexOf(List<String> lines, String mark) {
        var found = -1;
        for (var i = 0; i < lines.size(); i++) {
            if (Lines.bare(lines.get(i)).equals(mark)) {
                found = i;
            }
        }
        return found;
    }

    private int place(List<String> lines) {
        var where = insertbefore.or(() -> insertafter).orElse("EOF");
        if (where.equals("BOF") && insertbefore.isPresent()) {
            return 0;
        }
        if (where.equals("EOF")) {
            return lines.size();
        }
        var more = insertbefore.isPresent() ? 0 : 1;
        return last(lines, where).map(at -> at + more).orElse(lines.size());
    }

    /** The line in which the last match begins or ends; an expression may match several lines. */
    private Optional<Integer> last(List<String> lines, String expression) {
        var regex = Lines.expression(expression);
        if (!expression.startsWith("(?m)") && !expression.contains("(?m")) {
            return Lines.find(lines, regex, false);
        }
        var match = regex.matcher(String.join("", lines));
        var found = Optional.<Integer>empty();
        while (match.find()) {
            var to = insertbefore.isPresent() ? match.start() : Math.max(match.end() - 1, 0);
            found = Optional.of(lineAt(lines, to));
        }
        return found;
    }

    private static int lineAt(List<String> lines, int position) {
        var rest = position;
        for (var i = 0; i < lines.size(); i++) {
            rest -= lines.get(i).length();
            if (rest < 0) {
                return i;
            }
        }
        return lines.size();
    }

    private void insert(List<String> lines, int at, List<String> fresh) {
        if (fresh.isEmpty()) {
            return;
        }
        var all = new ArrayList<>(fresh);
        if (prependNewline && at > 0 && !lines.get(at - 1).isBlank()) {
            all.addFirst("\n");
        }
        if (appendNewline && at < lines.size() && !lines.get(at).isBlank()) {
            all.addLast("\n");
        }
        lines.addAll(at, all);
    }
}
