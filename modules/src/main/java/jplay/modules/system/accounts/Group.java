package jplay.modules.system.accounts;

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
import jplay.modules.system.Presence;
import jplay.modules.system.Settings;

/** Makes or removes a group of users. */
@Named(value = "ansible.builtin.group", summary = "Makes or removes a group of users.")
public record Group(
        @Arg("The group.") String name,
        @Arg(value = "Whether it should be there.", orElse = "present") Presence state,
        @Arg("Its number.") Optional<Integer> gid,
        @Arg(value = "Whether a new one is the system's.", orElse = "no") boolean system,
        @Arg(value = "Only look at the host's own groups.", orElse = "no") boolean local,
        @Arg(value = "Whether the number may be that of another group.", orElse = "no")
                boolean nonUnique,
        @Arg(value = "Remove it even when it is a user's main group.", orElse = "no") boolean force,
        @Arg("Least number of a new group.") Optional<Integer> gidMin,
        @Arg("Greatest number of a new group.") Optional<Integer> gidMax)
        implements Module {
    /** Shell functions that look at groups and change them. */
    static final Script SCRIPT = Script.beside(Group.class, "group", Settings.SCRIPT);

    @Override
    public Plan plan(Remote remote) {
        if (nonUnique && gid.isEmpty()) {
            return Plan.failed("non_unique is True but all of the following are missing: gid");
        }
        if (local && (gidMin.isPresent() || gidMax.isPresent())) {
            return Plan.failed(
                    "'%s' can not be used with 'local'"
                            .formatted(gidMin.isPresent() ? "gid_min" : "gid_max"));
        }
        var settings =
                new Settings()
                        .put("name", name)
                        .put("state", state.name().toLowerCase(Locale.ROOT))
                        .putGiven("gid", gid)
                        .put("system", system)
                        .put("local", local)
                        .put("non_unique", nonUnique)
                        .put("force", force)
                        .putGiven("gid_min", gidMin)
                        .putGiven("gid_max", gidMax);
        return Plan.guarded(SCRIPT, settings.words(), this::read);
    }

    private Result read(Report report) {
        if (report.has("broken")) {
            return Result.failure(report.said("broken") + "\n")
                    .with("changed", false)
                    .with("name", name);
        }
        if (report.changeNeeded() && !report.applied() && !report.has("gid")) {
            // Nobody knows yet what it will be.
            return Result.of();
        }
        var result =
                Result.of().with("name", name).with("state", state.name().toLowerCase(Locale.ROOT));
        if (state == Presence.ABSENT) {
            return result;
        }
        result = result.with("system", system);
        return report.has("gid") ? result.with("gid", report.number("gid")) : result;
    }
}
