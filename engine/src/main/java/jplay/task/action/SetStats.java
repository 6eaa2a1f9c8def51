package jplay.task.action;

import java.util.LinkedHashMap;
import java.util.Map;
import jplay.module.Arg;
import jplay.module.Named;
import jplay.module.Result;
import jplay.task.Action;
import jplay.task.ActionContext;
import jplay.task.ActionResult;
import jplay.task.Effect;
import org.jspecify.annotations.Nullable;

/** Keeps values that are shown at the end of the run. */
@Named(
        value = "ansible.builtin.set_stats",
        summary = "Keeps values that are shown at the end of the run.")
public record SetStats(
        @Arg("The values, by name.") Map<String, @Nullable Object> data,
        @Arg(value = "Whether they belong to the host.", orElse = "false") boolean perHost,
        @Arg(value = "Whether they are added to values of that name.", orElse = "true")
                boolean aggregate)
        implements Action {
    @Override
    public ActionResult act(ActionContext context) {
        var names = new VariableNames(context, "data");
        var named = new LinkedHashMap<String, @Nullable Object>();
        data.forEach((name, value) -> named.put(names.of(name), value));
        var stats = new LinkedHashMap<String, @Nullable Object>();
        stats.put("data", named);
        stats.put("per_host", perHost);
        stats.put("aggregate", aggregate);
        return ActionResult.of(
                Result.of().with("ansible_stats", stats),
                new Effect.Stats(named, perHost, aggregate));
    }
}
