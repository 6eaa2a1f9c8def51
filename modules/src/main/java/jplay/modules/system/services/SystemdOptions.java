package jplay.modules.system.services;

import java.util.List;
import java.util.Optional;
import jplay.module.Arg;
import jplay.modules.system.Settings;

/** What only systemd knows: {@code service} takes it too, for hosts that systemd runs. */
public record SystemdOptions(
        @Arg(value = "Replace links that are in the way; systemd only.", orElse = "no")
                boolean force,
        @Arg("Whether it should be impossible to start; systemd only.") Optional<Boolean> masked,
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
        @Arg(value = "Whose units; systemd only.", orElse = "system") Scope scope,
        @Arg(value = "Do not wait until it is done; systemd only.", orElse = "no")
                boolean noBlock) {
    /** Whose units. */
    public enum Scope {
        SYSTEM,
        USER,
        GLOBAL
    }

    /** The words for the script behind those of every service. */
    List<String> arguments() {
        return List.of(
                Settings.flag(masked),
                Settings.flag(daemonReload),
                Settings.flag(daemonReexec),
                Settings.word(scope),
                Settings.flag(noBlock),
                Settings.flag(force));
    }

    /** Whether something is asked for that only systemd can do. */
    boolean asked() {
        return force
                || masked.isPresent()
                || daemonReload
                || daemonReexec
                || scope != Scope.SYSTEM
                || noBlock;
    }
}
