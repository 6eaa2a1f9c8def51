package jplay.task.action;

import jplay.module.Arg;
import jplay.module.Named;
import jplay.module.Result;
import jplay.task.Action;
import jplay.task.ActionContext;
import jplay.task.ActionResult;

/** Fails with a message. */
@Named(value = "ansible.builtin.fail", summary = "Fails with a message.")
public record Fail(@Arg(value = "Why.", orElse = "Failed as requested from task") Object msg)
        implements Action {
    @Override
    public ActionResult act(ActionContext context) {
        return ActionResult.of(Result.of().with("msg", msg).asFailed());
    }
}
