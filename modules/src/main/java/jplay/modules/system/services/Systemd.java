package jplay.modules.system.services;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import jplay.module.Arg;
import jplay.module.ArgGroup;
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
        @ArgGroup SystemdOptions options)
        implements Module {
    /** Shell functions that look at units and change them. */
    static final Script SCRIPT = Script.beside(Systemd.class, "systemd");

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
                        options.masked().isPresent());
        return Stream.of("state", "enabled", "masked")
                .filter(option -> asked.getOrDefault(option, false))
                .findFirst()
                .map("missing parameter(s) required by '%s': name"::formatted);
    }

    private List<String> arguments() {
        var words =
                Stream.of(
                        name.orElse(""),
                        state.map(Settings::word).orElse(""),
                        Settings.flag(enabled));
        return Stream.concat(words, options.arguments().stream()).toList();
    }

    private Result read(Report report) {
        var result = Units.read(name.orElse(""), report);
        return name.filter(text -> !text.isEmpty()).isPresent()
                ? result
                : result.with("name", name.orElse(null)).with("status", Map.of());
    }
}
