package jplay.modules.system;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import jplay.module.Arg;
import jplay.module.Constraint;
import jplay.module.Module;
import jplay.module.Named;
import jplay.module.Plan;
import jplay.module.Remote;
import jplay.module.Report;
import jplay.module.Result;
import jplay.module.Script;

/** Controls services, whatever manages them. */
@Named(
        value = "ansible.builtin.service",
        summary = "Starts, stops and enables services by systemd, OpenRC or init scripts.")
@Constraint(value = Constraint.Kind.REQUIRED_ONE_OF, arguments = {"state", "enabled"})
public record Service(
        @Arg("The service.") String name,
        @Arg("What it should be doing.") Optional<Systemd.State> state,
        @Arg("Whether it starts at boot.") Optional<Boolean> enabled,
        @Arg("Seconds between stop and start of a restart, where the manager does not wait itself.")
                Optional<Integer> sleep,
        @Arg("Text in the command line of the running service, for init scripts without a status.")
                Optional<String> pattern,
        @Arg(value = "Runlevel of OpenRC.", orElse = "default") String runlevel,
        @Arg(value = "Accepted for old playbooks; arguments belong into the unit.", orElse = "", aliases = "args")
                String arguments,
        @Arg(value = "Accepted; the manager is found on the host.", orElse = "auto") String use)
        implements Module {
    private static final Script SCRIPT = Script.beside(Service.class, "service", Systemd.SCRIPT);

    @Override
    public Plan plan(Remote remote) {
        return Plan.guarded(
                SCRIPT,
                List.of(
                        name,
                        state.map(each -> each.name().toLowerCase(Locale.ROOT)).orElse(""),
                        Systemd.flag(enabled),
                        sleep.map(String::valueOf).orElse(""),
                        pattern.orElse(""),
                        runlevel),
                this::read);
    }

    private Result read(Report report) {
        var result = Result.of().with("name", name).with("changed", !report.said("todo").isBlank());
        if (enabled.isPresent()) {
            result = result.with("enabled", enabled.get());
        }
        return state.isEmpty()
                ? result
                : result.with("state", state.get() == Systemd.State.STOPPED ? "stopped" : "started");
    }
}
