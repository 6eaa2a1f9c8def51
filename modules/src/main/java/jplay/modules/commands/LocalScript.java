package jplay.modules.commands;

import java.util.List;
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
import jplay.module.type.LocalProgram;

/** Runs a script of the controller on the host. */
@Named(
        value = "ansible.builtin.script",
        summary = "Sends a script of the controller to the host and runs it there.",
        freeForm = "_raw_params")
@Constraint(
        value = Constraint.Kind.MUTUALLY_EXCLUSIVE,
        arguments = {"_raw_params", "cmd"})
@Constraint(
        value = Constraint.Kind.REQUIRED_ONE_OF,
        arguments = {"_raw_params", "cmd"})
public record LocalScript(
        @Arg(name = "_raw_params", value = "The script and its arguments as free text.")
                Optional<LocalProgram> freeForm,
        @Arg(name = "cmd", value = "The script and its arguments; a shell reads the arguments.")
                Optional<LocalProgram> line,
        @Arg("Do not run when this path exists on the host.") Optional<String> creates,
        @Arg("Run only when this path exists on the host.") Optional<String> removes,
        @Arg("Enter this folder of the host first; its path is absolute.") Optional<String> chdir,
        @Arg("A program that runs the script, with its options.") Optional<String> executable,
        @Arg(value = "Decrypt a script that is encrypted with vault.", orElse = "yes")
                boolean decrypt)
        implements Module {
    private static final Script SCRIPT = Script.beside(LocalScript.class, "script");

    public LocalScript {
        if (chdir.filter(folder -> !folder.startsWith("/")).isPresent()) {
            throw new IllegalArgumentException(
                    "argument 'chdir' of module 'script': got '%s', want an absolute path"
                            .formatted(chdir.get()));
        }
    }

    @Override
    public Plan plan(Remote remote) {
        var program = freeForm.or(() -> line).orElseThrow();
        var local = program.local();
        var arguments =
                List.of(
                        String.valueOf(local.path().getFileName()),
                        program.arguments(),
                        creates.orElse(""),
                        removes.orElse(""),
                        chdir.orElse(""),
                        executable.orElse(""));
        return Plan.guarded(SCRIPT, arguments, this::read).with(local.content(decrypt));
    }

    private Result read(Report report) {
        if (report.has("creates")) {
            return skipped("%s exists, matching creates option".formatted(creates.orElse("")));
        }
        if (report.has("removes")) {
            return skipped(
                    "%s does not exist, matching removes option".formatted(removes.orElse("")));
        }
        if (!report.applied()) {
            return creates.or(() -> removes).isPresent()
                    ? Result.of().changed(true)
                    : skipped("Check mode is not supported for this task.");
        }
        var result =
                Result.of()
                        .changed(true)
                        .with("rc", (long) report.status())
                        .with("stdout", report.outputText())
                        .with("stderr", report.errorText());
        return report.status() == 0 ? result : result.message("non-zero return code").asFailed();
    }

    private static Result skipped(String why) {
        return Result.of().with("skipped", true).message(why);
    }
}
