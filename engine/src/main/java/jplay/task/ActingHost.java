package jplay.task;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import jplay.module.Answer;
import jplay.module.Command;
import jplay.module.Plan;
import jplay.module.Remote;
import jplay.module.Result;
import jplay.task.job.JobStatus;

/**
 * The host that acts, for actions that are about the host itself. Whatever reaches it throws {@link
 * jplay.connection.UnreachableException} when it cannot be reached.
 *
 * @param reached connects where there is no connection
 * @param closing closes what there is
 * @param status asks for its jobs
 */
public record ActingHost(
        Supplier<Reach.Reached> reached,
        Runnable closing,
        Reach.ApplyMode mode,
        Supplier<JobStatus> status) {
    /** The host, to be looked at. */
    public Remote remote() {
        return reached.get().remote();
    }

    /** Runs something that changes the host; not in check mode. */
    public Answer exec(Command command) {
        var there = reached.get();
        var answer = new AtomicReference<Answer>();
        var change =
                new Plan.Change(
                        Result.of(),
                        () -> {
                            answer.set(there.remote().exec(command));
                            return Result.of();
                        });
        there.run(change, mode);
        return answer.get();
    }

    /** Closes the connections to it; whoever reaches it next connects anew. */
    public void reset() {
        closing.run();
    }

    /** Its jobs. */
    public JobStatus jobs() {
        return status.get();
    }
}
