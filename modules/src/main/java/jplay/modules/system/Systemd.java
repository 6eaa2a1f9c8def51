package jplay.modules.system;

import java.util.LinkedHashMap;
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
import org.jspecify.annotations.Nullable;

/** Controls units of systemd. */
@Named(
        value = "ansible.builtin.systemd_service",
        summary = "Starts, stops, enables and masks units of systemd.",
        aliases = {"ansible.builtin.systemd", "systemd", "ansible.legacy.systemd"})
@Constraint(
        value = Constraint.Kind.REQUIRED_ONE_OF,
        arguments = {"name", "daemon_reload", "daemon_reexec"})
public record Systemd(
        @Arg(value = "The unit; `.service` may be left out.", aliases = {"service", "unit"}) Optional<String> name,
        @Arg("What it should be doing.") Optional<State> state,
        @Arg("Whether it starts at boot.") Optional<Boolean> enabled,
        @Arg("Whether it can be started at all.") Optional<Boolean> masked,
        @Arg(value = "Read the unit files anew first.", orElse = "no", aliases = "daemon-reload")
                boolean daemonReload,
        @Arg(value = "Let systemd start itself anew first.", orElse = "no", aliases = "daemon-reexec")
                boolean daemonReexec,
        @Arg(value = "Which manager: that of the system, of the user, or of all users.", orElse = "system")
                Scope scope,
        @Arg(value = "Overwrite links that are in the way.", orElse = "no") boolean force,
        @Arg(value = "Do not wait until it is done.", orElse = "no") boolean noBlock)
        implements Module {
    static final Script SCRIPT = Script.beside(Systemd.class, "systemd");

    /** What a unit can be made to do. */
    public enum State {
        RELOADED,
        RESTARTED,
        STARTED,
        STOPPED
    }

    /** Whose manager it is. */
    public enum Scope {
        SYSTEM,
        USER,
        GLOBAL
    }

    @Override
    public Plan plan(Remote remote) {
        if (name.isEmpty() && (state.isPresent() || enabled.isPresent() || masked.isPresent())) {
            return Plan.failed("name is needed with state, enabled and masked");
        }
        var arguments = List.of(
                name.orElse(""),
                state.map(each -> each.name().toLowerCase(Locale.ROOT)).orElse(""),
                flag(enabled),
                flag(masked),
                daemonReload ? "1" : "0",
                daemonReexec ? "1" : "0",
                scope.name().toLowerCase(Locale.ROOT),
                force ? "1" : "0",
                noBlock ? "1" : "0");
        return Plan.guarded(SCRIPT, arguments, this::read);
    }

    static String flag(Optional<Boolean> value) {
        return value.map(each -> each ? "1" : "0").orElse("");
    }

    private Result read(Report report) {
        var result = Result.of().with("name", name.orElse(null)).with("changed", !report.said("todo").isBlank());
        if (enabled.isPresent()) {
            result = result.with("enabled", enabled.get());
        }
        if (state.isPresent()) {
            var running = state.get() != State.STOPPED;
            result = result.with("state", running ? "started" : "stopped");
        }
        return result.with("status", status(report.said("status")));
    }

    private static LinkedHashMap<String, @Nullable Object> status(String shown) {
        var status = new LinkedHashMap<String, @Nullable Object>();
        for (var line : shown.split("\n", -1)) {
            var equals = line.indexOf('=');
            if (equals > 0) {
                status.put(line.substring(0, equals), line.substring(equals + 1));
            }
        }
        return status;
    }
}
