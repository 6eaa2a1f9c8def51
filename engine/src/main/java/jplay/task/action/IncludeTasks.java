package jplay.task.action;

import java.util.Map;
import jplay.module.Arg;
import jplay.module.Named;
import jplay.module.Result;
import jplay.task.Action;
import jplay.task.ActionContext;
import jplay.task.ActionResult;
import jplay.task.Effect;
import org.jspecify.annotations.Nullable;

/** Runs the tasks of a file next. */
@Named(
        value = "ansible.builtin.include_tasks",
        summary = "Runs the tasks of a file next.",
        freeForm = "file")
public record IncludeTasks(
        @Arg(value = "The file.", aliases = "_raw_params") String file,
        @Arg("Keywords for the included tasks.") Map<String, @Nullable Object> apply)
        implements Action {
    @Override
    public ActionResult act(ActionContext context) {
        var result = Result.of().with("include", file).with("include_args", Map.of());
        return ActionResult.of(result, new Effect.IncludeTasks(file, context.surroundings(apply)));
    }
}
