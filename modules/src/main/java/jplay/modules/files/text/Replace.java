package jplay.modules.files.text;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.EnumSet;
import java.util.Optional;
import jplay.module.Arg;
import jplay.module.ArgGroup;
import jplay.module.Module;
import jplay.module.Named;
import jplay.module.Plan;
import jplay.module.Remote;
import jplay.module.Result;
import jplay.module.TaskFailure;
import jplay.module.type.RemotePath;
import jplay.modules.files.Attributes;
import jplay.value.PythonRegex;

/** Replaces what a regular expression matches in a text file. */
@Named(
        value = "ansible.builtin.replace",
        summary = "Replaces all that a regular expression matches in a text file.")
public record Replace(
        @Arg(
                        value = "The file.",
                        aliases = {"dest", "destfile", "name"})
                RemotePath path,
        @Arg("Regular expression of what is replaced; `^` and `$` match at every line.")
                String regexp,
        @Arg(value = "What takes its place; may have `\\1` and `\\g<name>`.", orElse = "")
                String replace,
        @Arg("Replace only behind what this expression matches.") Optional<String> after,
        @Arg("Replace only in front of what this expression matches.") Optional<String> before,
        @Arg(value = "Encoding of the file.", orElse = "utf-8") String encoding,
        @ArgGroup TextEdit edit,
        @ArgGroup Attributes attributes)
        implements Module {

    /** A text with what was replaced in it. */
    private record Replaced(String text, long count) {}

    @Override
    public Plan plan(Remote remote) {
        return TextEdit.plan(remote, path, attributes, this::planned);
    }

    private Plan planned(HostText old) {
        if (old.directory()) {
            throw new TaskFailure(
                    Result.failure("Path " + old.path() + " is a directory !").with("rc", 256L));
        }
        if (!old.exists()) {
            throw new TaskFailure(
                    Result.failure("Path " + old.path() + " does not exist !").with("rc", 257L));
        }
        var text = decoded(old);
        var section = section(text);
        if (section.isEmpty()) {
            var nothing =
                    "Pattern for before/after params did not match the given file: " + place();
            return new Plan.Unchanged(Result.of().message(nothing).with("rc", 0L));
        }
        return replaced(old, text, section.get());
    }

    private Plan replaced(HostText old, String text, int[] section) {
        var done = substituted(text.substring(section[0], section[1]));
        var fresh = text.substring(0, section[0]) + done.text() + text.substring(section[1]);
        var changed = done.count() > 0 && !fresh.equals(text);
        var bytes = changed ? Optional.of(fresh.getBytes(charset())) : Optional.<byte[]>empty();
        var fate = new TextEdit.Fate(old, bytes, attributes, true);
        var message = changed ? done.count() + " replacements made" : "";
        var result = Result.of().message(message).with("rc", 0L);
        if (changed) {
            result = result.diff(new jplay.module.Diff(old.path(), text, old.path(), fresh));
        }
        return edit.plan(fate, result, new TextEdit.Telling("backup_file", false, true));
    }

    private String place() {
        var begin = after.map(text -> text + "(?P<subsection>").orElse("(?P<subsection>");
        return begin + (before.isPresent() ? ".*?)" + before.get() : ".*)");
    }

    /** Where the part begins and ends in which something is replaced. */
    private Optional<int[]> section(String text) {
        if (after.isEmpty() && before.isEmpty()) {
            return Optional.of(new int[] {0, text.length()});
        }
        var regex = Lines.compiled(place(), EnumSet.of(PythonRegex.Flag.DOTALL));
        var match = regex.matcher(text);
        if (!match.find()) {
            return Optional.empty();
        }
        return Optional.of(regex.span(match, "subsection"));
    }

    private Replaced substituted(String text) {
        var regex = Lines.compiled(regexp, EnumSet.of(PythonRegex.Flag.MULTILINE));
        var match = regex.matcher(text);
        var out = new StringBuilder();
        var at = 0;
        var count = 0L;
        try {
            while (match.find()) {
                out.append(text, at, match.start()).append(regex.expand(match, replace));
                at = match.end();
                count++;
            }
        } catch (PythonRegex.Mistake e) {
            throw new TaskFailure("the replacement is wrong: " + e.getMessage());
        }
        return new Replaced(out.append(text.substring(at)).toString(), count);
    }

    private Charset charset() {
        try {
            return Charset.forName(encoding.replaceFirst("(?i)^latin-?1$", "iso-8859-1"));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            throw new TaskFailure("encoding: got '" + encoding + "', want one such as utf-8");
        }
    }

    private String decoded(HostText old) {
        try {
            return charset().newDecoder().decode(ByteBuffer.wrap(old.bytes())).toString();
        } catch (CharacterCodingException e) {
            throw new TaskFailure("%s is no text in %s".formatted(old.path(), encoding));
        }
    }
}
