package jplay.task.action;

import java.util.LinkedHashMap;
import java.util.Map;
import jplay.module.Arg;
import jplay.module.Named;
import jplay.module.Result;
import jplay.module.TaskFailure;
import jplay.task.Action;
import jplay.task.ActionContext;
import jplay.task.ActionResult;
import jplay.task.Effect;
import org.jspecify.annotations.Nullable;

/** Sets variables of the host for the rest of the run. */
@Named(
        value = "ansible.builtin.set_fact",
        summary = "Sets variables of the host for the rest of the run.")
public record SetFact(
        @Arg(value = "Whether they are facts too, and kept in the fact cache.", orElse = "false")
                boolean cacheable,
        @Arg(value = "The variables, by name.", rest = true) Map<String, @Nullable Object> facts)
        implements Action {
    @Override
    public ActionResult act(ActionContext context) {
        if (facts.isEmpty()) {
            throw new TaskFailure(
                    "No key/value pairs provided, at least one is required for this action to succeed");
        }
        var named = new LinkedHashMap<String, @Nullable Object>();
        var names = new VariableNames(context, "");
        facts.forEach((name, value) -> named.put(names.of(name), value));
        return ActionResult.of(Result.of().facts(named), new Effect.SetFacts(named, cacheable));
    }
}
