package jplay.run;

import java.util.List;
import jplay.module.Arg;
import jplay.module.Module;
import jplay.module.Named;
import jplay.module.Plan;
import jplay.module.Remote;
import jplay.module.Result;
import jplay.module.Script;

/** Stands for the command module, as far as {@code true}, {@code false} and {@code echo} go. */
@Named(value = "ansible.builtin.command", summary = "Runs a command.", freeForm = "_raw_params")
public record FakeCommand(@Arg(value = "The command.", name = "_raw_params") String command)
        implements Module {
    private static final Script NONE = new Script("command", "", List.of());

    @Override
    public Plan plan(Remote remote) {
        return Plan.guarded(NONE, List.of(command), _ -> result());
    }

    private Result result() {
        var output = command.startsWith("echo ") ? command.substring(5).replace("\"", "") : "";
        var result =
                Result.of()
                        .with("rc", command.equals("false") ? 1L : 0L)
                        .with("stdout", output)
                        .with("stdout_lines", output.lines().toList())
                        .with("msg", "");
        return command.equals("false")
                ? result.with("msg", "non-zero return code").asFailed()
                : result;
    }
}
