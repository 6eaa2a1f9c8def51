package jplay.modules.system.kernel;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import jplay.module.Arg;
import jplay.module.Command;
import jplay.module.Module;
import jplay.module.Named;
import jplay.module.Plan;
import jplay.module.Remote;
import jplay.module.Result;
import jplay.module.Script;
import jplay.module.TaskFailure;
import jplay.module.type.Payload;
import jplay.module.type.RemotePath;
import jplay.modules.files.text.HostText;
import jplay.modules.files.text.TextEdit;
import jplay.modules.system.Presence;
import jplay.modules.system.Settings;

/** Sets a value of the kernel, now and for the next boot. */
@Named(
        value = "ansible.posix.sysctl",
        summary = "Sets a value of the kernel in a file that is read at boot, and at once.",
        aliases = "sysctl")
public record Sysctl(
        @Arg(value = "The name, such as `vm.swappiness`.", aliases = "key") String name,
        @Arg(value = "The value; wanted unless it is removed.", aliases = "val")
                Optional<String> value,
        @Arg(value = "Whether the file should have it.", orElse = "present") Presence state,
        @Arg(value = "Pass over names that the kernel does not know.", orElse = "no")
                boolean ignoreerrors,
        @Arg(value = "Read the file with `sysctl -p` when something changed.", orElse = "yes")
                boolean reload,
        @Arg(value = "The file.", orElse = "/etc/sysctl.conf") RemotePath sysctlFile,
        @Arg(value = "Set the value itself with `sysctl -w`.", orElse = "no") boolean sysctlSet)
        implements Module {
    private static final Script SCRIPT =
            Script.beside(Sysctl.class, "sysctl", TextEdit.SCRIPT, Settings.SCRIPT);
    private static final Set<String> TRUE = Set.of("y", "yes", "on", "1", "true", "t", "1.0");
    private static final Set<String> FALSE = Set.of("n", "no", "off", "0", "false", "f", "0.0");

    /** What is to be done: set the value, write the file, read it. */
    private record Doing(boolean set, boolean write, boolean read) {}

    @Override
    public Plan plan(Remote remote) {
        check();
        var told = remote.look(Command.call(SCRIPT, "sysctl_see", name.strip(), sysctlFile.text()));
        return planned(new HostText(told, told.output()));
    }

    private void check() {
        if (name.isBlank()) {
            throw new TaskFailure("name cannot be blank");
        }
        if (state == Presence.PRESENT && value.isEmpty()) {
            throw new TaskFailure("state is present but all of the following are missing: value");
        }
        if (state == Presence.PRESENT && value.orElse("").isBlank()) {
            throw new TaskFailure("value cannot be blank");
        }
    }

    private Plan planned(HostText old) {
        var lines = new SysctlLines(old.latin());
        var there = lines.value(name.strip());
        var wanted = state == Presence.PRESENT ? Optional.of(wanted()) : Optional.<String>empty();
        var write = !there.equals(wanted.map(HostText::latin));
        var other = wanted.isPresent() && !same(old.told().said("value"), wanted.get());
        if (!write && !(other && (sysctlSet || reload))) {
            return new Plan.Unchanged(Result.of());
        }
        if (write && !old.housed()) {
            throw new TaskFailure("%s: its folder is not there".formatted(old.path()));
        }
        var text = lines.with(name.strip(), wanted.map(HostText::latin));
        return plan(old, new Doing(other && sysctlSet, write, reload), text);
    }

    private Plan plan(HostText old, Doing doing, String text) {
        var words =
                List.of(
                        old.path(),
                        name.strip(),
                        value.isPresent() ? wanted() : "",
                        Settings.flag(doing.set()),
                        Settings.flag(doing.write()),
                        Settings.flag(doing.read()),
                        Settings.flag(ignoreerrors));
        return Plan.guarded(SCRIPT, words, _ -> Result.of()).with(Payload.of(HostText.bytes(text)));
    }

    /** The value as the kernel takes it: 1 and 0 for yes and no. */
    private String wanted() {
        var text = value.orElse("").strip();
        var word = text.toLowerCase(Locale.ROOT);
        return TRUE.contains(word) ? "1" : FALSE.contains(word) ? "0" : text;
    }

    private static boolean same(String one, String other) {
        return Arrays.equals(one.strip().split("\\s+", -1), other.split("\\s+", -1));
    }
}
