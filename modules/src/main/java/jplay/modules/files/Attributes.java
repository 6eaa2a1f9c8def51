package jplay.modules.files;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jplay.module.Arg;
import jplay.module.Report;
import jplay.module.Result;
import jplay.module.Script;
import jplay.module.type.Mode;

/** Owner, group, mode and their like as asked for, and as reported. */
public record Attributes(
        @Arg("Owner, by name or number.") Optional<String> owner,
        @Arg("Group, by name or number.") Optional<String> group,
        @Arg("Permissions, such as '0644' or u=rw,g=r,o=; `preserve` where there is a source.")
                Optional<Mode> mode,
        @Arg(
                        value = "Flags as `chattr` takes them: +i adds, -i removes, i is all.",
                        aliases = "attr")
                Optional<String> attributes,
        @Arg("User of the SELinux context, where there is SELinux.") Optional<String> seuser,
        @Arg("Role of the SELinux context.") Optional<String> serole,
        @Arg("Type of the SELinux context.") Optional<String> setype,
        @Arg("Level of the SELinux context.") Optional<String> selevel,
        @Arg(
                        value =
                                "Write into a file that cannot be replaced, as one that is mounted.",
                        orElse = "no")
                boolean unsafeWrites) {
    /** Shell functions that look at and set them. */
    public static final Script SCRIPT = Script.beside(Attributes.class, "attributes");

    /** Shell functions that put a new file into its place. */
    public static final Script PLACE = Script.beside(Attributes.class, "place", SCRIPT);

    /** Nothing asked for but these. */
    public static Attributes of(
            Optional<String> owner, Optional<String> group, Optional<Mode> mode) {
        return new Attributes(
                owner,
                group,
                mode,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false);
    }

    /** The same with another mode. */
    public Attributes with(Optional<Mode> other) {
        return new Attributes(
                owner, group, other, attributes, seuser, serole, setype, selevel, unsafeWrites);
    }

    /** Owner, group, mode and the rest for a script; empty is as it is. */
    public List<String> arguments() {
        var rest =
                Stream.of(attributes, seuser, serole, setype, selevel)
                        .map(each -> each.orElse(""))
                        .collect(Collectors.joining("|"));
        var more = rest.equals("||||") && !unsafeWrites ? "" : rest + (unsafeWrites ? "|1" : "|");
        return List.of(owner.orElse(""), group.orElse(""), mode.map(Mode::text).orElse(""), more);
    }

    /** Adds what a script told of a path, under Ansible's names. */
    public static Result told(Result result, Report report) {
        if (!report.has("uid")) {
            return result;
        }
        var told =
                result.with("uid", report.number("uid"))
                        .with("gid", report.number("gid"))
                        .with("owner", report.said("owner"))
                        .with("group", report.said("group"))
                        .with("mode", octal(report.said("mode")))
                        .with("state", report.said("state"))
                        .with("size", report.number("size"));
        return report.has("secontext") ? told.with("secontext", report.said("secontext")) : told;
    }

    /** A mode as Ansible tells it: a zero, then at least three digits. */
    public static String octal(String mode) {
        return "0%03o".formatted(Integer.parseInt(mode, 8));
    }
}
