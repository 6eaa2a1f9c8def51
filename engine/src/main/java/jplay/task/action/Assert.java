package jplay.task.action;

import java.util.Optional;
import jplay.module.Arg;
import jplay.module.Constraint;
import jplay.module.Named;
import jplay.module.Result;
import jplay.task.Action;
import jplay.task.ActionContext;
import jplay.task.ActionResult;

/** Fails unless conditions hold. */
@Named(value = "ansible.builtin.assert", summary = "Fails unless conditions hold.")
@Constraint(value = Constraint.Kind.REQUIRED_ONE_OF, arguments = "that")
public record Assert(
        @Arg("One or several conditions.") Object that,
        @Arg(value = "Said when one does not hold.", aliases = "msg") Optional<Object> failMsg,
        @Arg("Said when all hold.") Optional<Object> successMsg,
        @Arg(value = "Say less.", orElse = "false") boolean quiet)
        implements Action {
    @Override
    public ActionResult act(ActionContext context) {
        var failing = context.failing(that, context.location("that"));
        if (failing.isEmpty()) {
            return ActionResult.of(
                    Result.of().with("msg", successMsg.orElse("All assertions passed")));
        }
        return ActionResult.of(
                Result.of()
                        .asFailed()
                        .with("evaluated_to", false)
                        .with("assertion", failing.get())
                        .with("msg", failMsg.orElse("Assertion failed")));
    }
}
