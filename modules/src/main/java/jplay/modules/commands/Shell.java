package jplay.modules.commands;

import java.util.List;
import java.util.Optional;
import jplay.module.Arg;
import jplay.module.Constraint;
import jplay.module.Module;
import jplay.module.Named;
import jplay.module.Plan;
import jplay.module.Remote;

/** Runs code of a shell. */
@Named(
        value = "ansible.builtin.shell",
        summary = "Runs a command line through a shell, with pipes, redirections and variables.",
        freeForm = "_raw_params")
@Constraint(
        value = Constraint.Kind.MUTUALLY_EXCLUSIVE,
        arguments = {"_raw_params", "cmd"})
@Constraint(
        value = Constraint.Kind.REQUIRED_ONE_OF,
        arguments = {"_raw_params", "cmd"})
public record Shell(
        @Arg(name = "_raw_params", value = "The command line as free text.")
                Optional<String> freeForm,
        @Arg(name = "cmd", value = "The command line.") Optional<String> line,
        @Arg("Do not run when this file, or one that matches this pattern, exists.")
                Optional<String> creates,
        @Arg("Run only when this file, or one that matches this pattern, exists.")
                Optional<String> removes,
        @Arg("Enter this folder first.") Optional<String> chdir,
        @Arg("The shell, by its absolute path; `/bin/sh` unless given.")
                Optional<String> executable,
        @Arg("Standard input.") Optional<String> stdin,
        @Arg(value = "End standard input with a newline.", orElse = "yes") boolean stdinAddNewline,
        @Arg(value = "Strip empty lines from the end of stdout and stderr.", orElse = "yes")
                boolean stripEmptyEnds,
        @Arg("Accepted for old playbooks; means nothing.") Optional<Object> warn)
        implements Module {
    @Override
    public Plan plan(Remote remote) {
        var code = freeForm.or(() -> line).orElse("");
        if (code.isBlank()) {
            return Plan.failed("no command given");
        }
        return new Execution(
                        code,
                        true,
                        List.of(code),
                        new Execution.Conditions(creates, removes, chdir),
                        new Execution.Input(
                                executable, false, stdin, stdinAddNewline, stripEmptyEnds))
                .plan();
    }
}
