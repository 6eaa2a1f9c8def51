package jplay.modules.files;

import java.util.List;
import java.util.Optional;
import jplay.module.Report;
import jplay.module.Result;
import jplay.module.Script;
import jplay.module.type.Mode;

/** Owner, group and mode as asked for, and as reported. */
public record Attributes(Optional<String> owner, Optional<String> group, Optional<Mode> mode) {
    /** Shell functions that look at and set them. */
    public static final Script SCRIPT = Script.beside(Attributes.class, "attributes");

    /** Owner, group, mode for a script; empty is as it is. */
    List<String> arguments() {
        return List.of(owner.orElse(""), group.orElse(""), modeText());
    }

    private String modeText() {
        return mode.map(Mode::text).filter(text -> !text.equals("preserve")).orElse("");
    }

    /** Adds what a script told of a path, under Ansible's names. */
    static Result told(Result result, Report report) {
        if (!report.has("uid")) {
            return result;
        }
        return result.with("uid", report.number("uid"))
                .with("gid", report.number("gid"))
                .with("owner", report.said("owner"))
                .with("group", report.said("group"))
                .with("mode", octal(report.said("mode")))
                .with("state", report.said("state"))
                .with("size", report.number("size"));
    }

    /** A mode with four digits. */
    static String octal(String mode) {
        return "0".repeat(Math.max(0, 4 - mode.length())) + mode;
    }
}
