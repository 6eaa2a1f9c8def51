package jplay.modules.system;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import jplay.module.Arg;
import jplay.module.Module;
import jplay.module.Named;
import jplay.module.Plan;
import jplay.module.Remote;
import jplay.module.Report;
import jplay.module.Result;
import jplay.module.Script;

/** Makes or removes groups. */
@Named(value = "ansible.builtin.group", summary = "Makes or removes a group of the host.")
public record Group(
        @Arg("The group.") String name,
        @Arg(value = "Whether it should exist.", orElse = "present") State state,
        @Arg("Its number.") Optional<Long> gid,
        @Arg("First number to choose from; left to the host's own rules.") Optional<Long> gidMin,
        @Arg("Last number to choose from; left to the host's own rules.") Optional<Long> gidMax,
        @Arg(value = "Whether it is a group of the system.", orElse = "no") boolean system,
        @Arg(value = "Allow a number that is taken.", orElse = "no") boolean nonUnique,
        @Arg(value = "Accepted; groups are always made on the host itself.", orElse = "no") boolean local,
        @Arg(value = "Remove it even when it is the main group of a user.", orElse = "no") boolean force)
        implements Module {
    private static final Script SCRIPT = Script.beside(Group.class, "group");

    /** Whether it should exist. */
    public enum State {
        ABSENT,
        PRESENT
    }

    @Override
    public Plan plan(Remote remote) {
        return Plan.guarded(
                SCRIPT,
                List.of(
                        name,
                        state.name().toLowerCase(Locale.ROOT),
                        gid.map(String::valueOf).orElse(""),
                        system ? "1" : "0",
                        nonUnique ? "1" : "0",
                        force ? "1" : "0"),
                this::read);
    }

    private Result read(Report report) {
        var result = Result.of().with("name", name).with("state", state.name().toLowerCase(Locale.ROOT));
        return state == State.PRESENT && report.has("gid")
                ? result.with("gid", report.number("gid")).with("system", system)
                : result;
    }
}
