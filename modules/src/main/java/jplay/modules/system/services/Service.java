package jplay.modules.system.services;

import java.util.ArrayList;
import java.util.List;
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

/** Makes a service run, stop or start at boot. */
@Named(
        value = "ansible.builtin.service",
        summary = "Makes a service run, stop or start at boot, by what runs services on the host.")
public record Service(
        @Arg("The service.") String name,
        @Arg("What it should be.") Optional<Units.State> state,
        @Arg("Whether it should start at boot.") Optional<Boolean> enabled,
        @Arg("Seconds between stop and start of a restart; not for systemd.")
                Optional<Integer> sleep,
        @Arg(
                        "What to look for among the processes instead of asking for the status; not for systemd.")
                Optional<String> pattern,
        @Arg("OpenRC's runlevel, `default` unless given.") Optional<String> runlevel,
        @Arg(value = "More words for the service's script; not for systemd.", aliases = "args")
                Optional<String> arguments,
        @Arg(
                        value = "What runs services: auto, systemd, openrc, sysvinit or service.",
                        orElse = "auto")
                String use,
        @ArgGroup SystemdOptions options)
        implements Module {
    private static final Script SCRIPT = Script.beside(Service.class, "service", Systemd.SCRIPT);

    @Override
    public Plan plan(Remote remote) {
        var manager = use.substring(use.lastIndexOf('.') + 1).replace("systemd_service", "systemd");
        var words =
                Stream.of(
                        name,
                        state.map(Settings::word).orElse(""),
                        Settings.flag(enabled),
                        manager,
                        sleep.map(String::valueOf).orElse(""),
                        pattern.orElse(""),
                        runlevel.orElse("default"),
                        arguments.orElse(""),
                        Settings.flag(options.asked()));
        return Plan.guarded(
                SCRIPT, Stream.concat(words, options.arguments().stream()).toList(), this::read);
    }

    private Result read(Report report) {
        if (report.has("foretold")) {
            var message = report.said("foretold");
            return message.isEmpty() ? Result.of() : Result.of().message(message);
        }
        var result = Units.read(name, report);
        if (report.has("status") && !report.has("plain")) {
            for (var option : unused()) {
                result =
                        result.warn(
                                "Ignoring \"%s\" as it is not used in \"systemd\""
                                        .formatted(option));
            }
        }
        return result;
    }

    /** Options that were given and mean nothing to systemd. */
    private List<String> unused() {
        var options = new ArrayList<String>();
        pattern.ifPresent(_ -> options.add("pattern"));
        runlevel.ifPresent(_ -> options.add("runlevel"));
        sleep.ifPresent(_ -> options.add("sleep"));
        arguments.ifPresent(_ -> options.add("arguments"));
        return options;
    }
}
