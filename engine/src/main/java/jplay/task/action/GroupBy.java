package jplay.task.action;

import java.util.List;
import jplay.module.Arg;
import jplay.module.Named;
import jplay.module.Result;
import jplay.task.Action;
import jplay.task.ActionContext;
import jplay.task.ActionResult;
import jplay.task.Effect;

/** Puts the host into a group for the rest of the run. */
@Named(
        value = "ansible.builtin.group_by",
        summary = "Puts the host into a group for the rest of the run.")
public record GroupBy(
        @Arg("Name of the group.") String key,
        @Arg(value = "A group or groups that the group belongs to.", orElse = "all") Object parents)
        implements Action {
    @Override
    public ActionResult act(ActionContext context) {
        var group = key.replace(' ', '-');
        var written = parents instanceof List<?> several ? several : List.of(parents);
        var above = written.stream().map(name -> String.valueOf(name).replace(' ', '-')).toList();
        return ActionResult.of(
                Result.of().changed(true).with("add_group", group).with("parent_groups", above),
                new Effect.JoinGroup(group, above));
    }
}
