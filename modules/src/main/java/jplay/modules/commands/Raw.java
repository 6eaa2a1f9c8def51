package jplay.modules.commands;

import java.nio.charset.StandardCharsets;
import jplay.module.Arg;
import jplay.module.Module;
import jplay.module.Named;
import jplay.module.Plan;
import jplay.module.Remote;
import jplay.module.Result;

/** Gives a shell code as it is. */
@Named(
        value = "ansible.builtin.raw",
        summary = "Gives a shell a command line as it is, and tells what it printed as it is.",
        freeForm = "_raw_params")
public record Raw(
        @Arg(name = "_raw_params", value = "The command line as free text.") String line,
        @Arg(value = "The shell, by its absolute path.", orElse = "/bin/sh") String executable)
        implements Module {
    @Override
    public Plan plan(Remote remote) {
        return new Plan.Change(Result.of().with("skipped", true), () -> run(remote));
    }

    private Result run(Remote remote) {
        var answer = remote.exec(executable, "-c", line);
        var result =
                Result.of()
                        .changed(true)
                        .with("rc", (long) answer.status())
                        .with("stdout", text(answer.output()))
                        .with("stderr", text(answer.errors()));
        return answer.ok() ? result : result.message("non-zero return code").asFailed();
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
