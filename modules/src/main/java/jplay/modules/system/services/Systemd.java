package jplay.modules.system.services;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import jplay.module.Arg;
import jplay.module.Module;
import jplay.module.Named;
import jplay.module.Plan;
import jplay.module.Remote;
import jplay.module.Report;
import jplay.module.Result;
import jplay.module.Script;
import jplay.modules.system.Settings;

/** Makes a systemd unit run, stop or start at boot. */
@Named(
        value = "ansible.builtin.systemd_service",
        summary = "Makes a systemd unit run, stop or start at boot.",
        aliases = {"systemd", "ansible.builtin.systemd", "ansible.legacy.systemd"})
public record Systemd(
        @Arg(
                        value = "The unit.",
                        aliases = {"service", "unit"})
                Optional<String> name,
        @Arg("What it should be.") Optional<Units.State> state,
        @Arg("Whether it should start at boot.") Optional<Boolean> enabled,
        @Arg(value = "Replace links that are in the way.", orElse = "no") boolean force,
        @Arg("Whether it should be impossible to start.") Optional<Boolean> masked,
        @Arg(
                        value = "Have systemd read its files again first.",
                        orElse = "no",
                        aliases = "daemon-reload")
                boolean daemonReload,
        @Arg(
                        value = "Have systemd start itself anew first.",
                        orElse = "no",
                        aliases = "daemon-reexec")
                boolean daemonReexec,
        @Arg(value = "Whose units.", orElse = "system") Scope scope,
        @Arg(value = "Do not wait until it is done.", orElse = "no") boolean noBlock)
        implements Module {
    /** Shell functions that look at units and change them. */
    static final Script SCRIPT = Script.beside(Systemd.class, "systemd");

    /** Whose units. */
    public enum Scope {
        SYSTEM,
        USER,
        GLOBAL
    }

    @Override
    public Plan plan(Remote remote) {
        var refused = refused();
        if (refused.isPresent()) {
            return Plan.failed(refused.get());
        }
        return Plan.guarded(SCRIPT, arguments(), this::read);
    }

    private Optional<String> refused() {
        if (name.isPresent()) {
            return Units.pattern(name.get());
        }
        var asked =
                Map.of(
                        "state",
                        state.isPresent(),
                        "enabled",
                        enabled.isPresent(),
                        "masked",
                        masked.isPresent());
        return Stream.of("state", "enabled", "masked")
                .filter(option -> asked.getOrDefault(option, false))
                .findFirst()
                .map("missing parameter(s) required by '%s': name"::formatted);
    }

    private List<String> arguments() {
        return List.of(
                name.orElse(""),
                state.map(each -> each.name().toLowerCase(Locale.ROOT)).orElse(""),
                Settings.flag(enabled),
                Settings.flag(masked),
                Settings.flag(daemonReload),
                Settings.flag(daemonReexec),
                scope.name().toLowerCase(Locale.ROOT),
                Settings.flag(noBlock),
                Settings.flag(force));
    }

    private Result read(Report report) {
        var result = Units.read(name.orElse(""), report);
        return name.filter(text -> !text.isEmpty()).isPresent()
                ? result
                : result.with("name", name.orElse(null)).with("status", Map.of());
    }
}
