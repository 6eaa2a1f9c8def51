package jplay.task.action;

import jplay.module.Arg;
import jplay.module.Named;
import jplay.module.Result;
import jplay.task.Action;
import jplay.task.ActionContext;
import jplay.task.ActionResult;
import jplay.task.Effect;

/** Steers the run itself. */
@Named(value = "ansible.builtin.meta", summary = "Steers the run itself.", freeForm = "_raw_params")
public record Meta(
        @Arg(value = "What is to happen, such as flush_handlers.", name = "_raw_params")
                String word)
        implements Action {
    @Override
    public ActionResult act(ActionContext context) {
        return ActionResult.of(Result.of(), new Effect.Meta(word.strip()));
    }
}
