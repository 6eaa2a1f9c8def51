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

/** Runs a role next. */
@Named(value = "ansible.builtin.include_role", summary = "Runs a role next.")
public record IncludeRole(
        @Arg(value = "The role.", aliases = "role") String name,
        @Arg(value = "File of its tasks.", orElse = "main") String tasksFrom,
        @Arg(value = "File of its variables.", orElse = "main") String varsFrom,
        @Arg(value = "File of its default variables.", orElse = "main") String defaultsFrom,
        @Arg(value = "File of its handlers.", orElse = "main") String handlersFrom,
        @Arg(value = "Whether it may run again.", orElse = "true") boolean allowDuplicates,
        @Arg(
                        value = "Whether the rest of the play sees its variables.",
                        name = "public",
                        orElse = "false")
                boolean publishes,
        @Arg(
                        value = "Whether its arguments are checked against its specification.",
                        orElse = "true")
                boolean rolespecValidate,
        @Arg("Keywords for its tasks.") Map<String, @Nullable Object> apply)
        implements Action {
    @Override
    public ActionResult act(ActionContext context) {
        var request =
                new Effect.RoleRequest(
                        name,
                        tasksFrom,
                        varsFrom,
                        defaultsFrom,
                        handlersFrom,
                        allowDuplicates,
                        publishes,
                        rolespecValidate);
        var result = Result.of().with("include", name).with("include_args", Map.of("name", name));
        return ActionResult.of(
                result, new Effect.IncludeRole(request, context.surroundings(apply)));
    }
}
