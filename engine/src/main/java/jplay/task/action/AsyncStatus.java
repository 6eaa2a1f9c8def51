package jplay.task.action;

import jplay.module.Arg;
import jplay.module.Named;
import jplay.task.Action;
import jplay.task.ActionContext;
import jplay.task.ActionResult;

/** Tells how far a job in the background is. */
@Named(
        value = "ansible.builtin.async_status",
        summary = "Tells how far a job in the background is, or removes what is left of it.")
public record AsyncStatus(
        @Arg("The job, as `ansible_job_id` of the task that started it.") String jid,
        @Arg(
                        value = "Whether to tell how far it is or to remove what is left of it.",
                        orElse = "status")
                Mode mode)
        implements Action {
    /** What to do. */
    public enum Mode {
        STATUS,
        CLEANUP
    }

    @Override
    public ActionResult act(ActionContext context) {
        var jobs = context.host().jobs();
        return ActionResult.of(mode == Mode.CLEANUP ? jobs.cleanup(jid) : jobs.of(jid));
    }

    @Override
    public boolean isLikeModule() {
        return true;
    }
}
