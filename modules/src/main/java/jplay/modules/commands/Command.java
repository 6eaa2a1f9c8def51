package jplay.modules.commands;

import java.util.List;
import java.util.Optional;
import jplay.module.Arg;
import jplay.module.Constraint;
import jplay.module.Module;
import jplay.module.Named;
import jplay.module.Plan;
import jplay.module.Remote;

/** Runs a program without a shell. */
@Named(
        value = "ansible.builtin.command",
        summary =
                "Runs a program with its arguments; no shell reads them, so `|`, `>` and `;` mean nothing.",
        freeForm = "_raw_params")
@Constraint(
        value = Constraint.Kind.MUTUALLY_EXCLUSIVE,
        arguments = {"_raw_params", "cmd", "argv"})
@Constraint(
        value = Constraint.Kind.REQUIRED_ONE_OF,
        arguments = {"_raw_params", "cmd", "argv"})
public record Command(
        @Arg(name = "_raw_params", value = "The command as free text.") Optional<String> freeForm,
        @Arg(name = "cmd", value = "The command as one text; words are split as a shell does.")
                Optional<String> line,
        @Arg("The command as a list of words.") List<String> argv,
        @Arg("Do not run when this file, or one that matches this pattern, exists.")
                Optional<String> creates,
        @Arg("Run only when this file, or one that matches this pattern, exists.")
                Optional<String> removes,
        @Arg("Enter this folder first.") Optional<String> chdir,
        @Arg("Accepted for old playbooks; the command is run without it.")
                Optional<String> executable,
        @Arg("Standard input.") Optional<String> stdin,
        @Arg(value = "End standard input with a newline.", orElse = "yes") boolean stdinAddNewline,
        @Arg(value = "Strip empty lines from the end of stdout and stderr.", orElse = "yes")
                boolean stripEmptyEnds,
        @Arg(value = "Replace `~` and `$VARIABLES` in the words.", orElse = "yes")
                boolean expandArgumentVars,
        @Arg("Accepted for old playbooks; means nothing.") Optional<Object> warn)
        implements Module {
    @Override
    public Plan plan(Remote remote) {
        var words = argv.isEmpty() ? Words.of(freeForm.or(() -> line).orElse("")) : argv;
        if (words.isEmpty()) {
            return Plan.failed("no command given");
        }
        var execution =
                new Execution(
                        words,
                        false,
                        words,
                        new Execution.Conditions(creates, removes, chdir),
                        new Execution.Input(
                                Optional.empty(),
                                expandArgumentVars,
                                stdin,
                                stdinAddNewline,
                                stripEmptyEnds));
        var plan = execution.plan();
        return executable.isEmpty() ? plan : warned(plan, executable.get());
    }

    private static Plan warned(Plan.Guarded plan, String executable) {
        return new Plan.Guarded(
                plan.script(),
                plan.arguments(),
                plan.payloads(),
                report ->
                        plan.reading()
                                .apply(report)
                                .warn(
                                        "As of Ansible 2.4, the parameter 'executable' is no longer supported with the 'command' module. Not using '%s'."
                                                .formatted(executable)));
    }
}
