package jplay.modules.files.text;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jplay.module.Arg;
import jplay.module.ArgGroup;
import jplay.module.Constraint;
import jplay.module.Module;
import jplay.module.Named;
import jplay.module.Plan;
import jplay.module.Remote;
import jplay.module.Report;
import jplay.module.Result;
import jplay.module.TaskFailure;
import jplay.module.type.RemotePath;
import jplay.modules.files.Attributes;

/** Sets, adds or removes options of a file with sections. */
@Named(
        value = "community.general.ini_file",
        summary = "Makes sure that an option is in a section of an INI file, or is not.",
        aliases = "ini_file")
@Constraint(
        value = Constraint.Kind.MUTUALLY_EXCLUSIVE,
        arguments = {"value", "values"})
public record IniFile(
        @Arg(value = "The file.", aliases = "dest") RemotePath path,
        @Arg("The section; none is the part in front of the first one.") Optional<String> section,
        @Arg("Options that the section has, where several are of that name.")
                List<Option> sectionHasValues,
        @Arg("The option; none is the whole section.") Optional<String> option,
        @Arg("Its value.") Optional<String> value,
        @Arg("Its values, each on a line of its own.") List<String> values,
        @Arg(value = "Whether it is to be there.", orElse = "present") State state,
        @Arg(value = "Whether other values of the option go.", orElse = "yes") boolean exclusive,
        @Arg(value = "Write no blanks around the sign.", orElse = "no") boolean noExtraSpaces,
        @Arg(value = "Leave a line alone in which only blanks would change.", orElse = "no")
                boolean ignoreSpaces,
        @Arg(value = "Whether an option may have no value and no sign.", orElse = "no")
                boolean allowNoValue,
        @Arg(value = "Put the option in the place of a comment that has it.", orElse = "yes")
                boolean modifyInactiveOption,
        @Arg(value = "Make the file when it is missing.", orElse = "yes") boolean create,
        @Arg(value = "Write to what a link points at.", orElse = "no") boolean follow,
        @Arg(value = "Keep a copy of the old file.", orElse = "no") boolean backup,
        @ArgGroup Attributes attributes)
        implements Module {
    /** Whether it is to be there. */
    public enum State {
        PRESENT,
        ABSENT
    }

    /** An option that a section has. */
    public record Option(
            @Arg("Name.") String option,
            @Arg("Value.") Optional<String> value,
            @Arg("Values.") List<String> values) {
        List<String> all() {
            return value.map(List::of).orElse(values);
        }
    }

    @Override
    public Plan plan(Remote remote) {
        if (state == State.PRESENT && !allowNoValue && value.isEmpty() && values.isEmpty()) {
            throw new TaskFailure(
                    "Parameter 'value(s)' must be defined if state=present and allow_no_value=False.");
        }
        return TextEdit.plan(remote, path, attributes, this::planned);
    }

    private Plan planned(HostText old) {
        if (!old.exists() && !create) {
            throw new TaskFailure(
                    Result.failure("Destination " + old.path() + " does not exist!")
                            .with("rc", 257L));
        }
        var text = decoded(old);
        var lines = IniLines.of(text);
        var message = lines.edit(this);
        var fresh = lines.text();
        var bytes = message.equals("OK") ? Optional.<byte[]>empty() : Optional.of(encoded(fresh));
        var fate = new TextEdit.Fate(old, bytes, attributes, follow);
        var result = told(Result.of().message(message).with("path", old.path()), old.told());
        if (fate.rewritten()) {
            result = result.diff(TextEdit.diff(old, text, fresh));
        }
        return new TextEdit(backup, Optional.empty())
                .plan(fate, result, new TextEdit.Telling("backup_file", false, false));
    }

    private static Result told(Result result, Report report) {
        return Attributes.told(result, report);
    }

    private static byte[] encoded(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String decoded(HostText old) {
        var text = new String(old.bytes(), StandardCharsets.UTF_8);
        return text.startsWith("\ufeff") ? text.substring(1) : text;
    }

    /** The values that are wanted. */
    List<String> wanted() {
        return value.map(List::of).orElse(values);
    }

    /** The options by which the section is recognized. */
    Map<String, List<String>> marks() {
        var marks = new java.util.LinkedHashMap<String, List<String>>();
        sectionHasValues.forEach(each -> marks.put(each.option(), each.all()));
        return marks;
    }

    /** An option's line. */
    String line(String name, Optional<String> written) {
        if (written.isEmpty()) {
            return name + "\n";
        }
        return name + (noExtraSpaces ? "=" : " = ") + written.get() + "\n";
    }
}
