package jplay.task;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import jplay.connection.Jobs;
import jplay.connection.UnreachableException;
import jplay.module.Plan;
import jplay.module.Result;
import jplay.task.job.JobStatus;
import org.jspecify.annotations.Nullable;

/**
 * A module that its host carries out in the background, and whose end is waited for or not.
 *
 * @param status asks a host anew, over a connection that works
 * @param limit how long the job may run
 * @param poll how long to wait between looks; not at all when zero
 */
record AsyncWork(TaskRun run, Supplier<JobStatus> status, Duration limit, Duration poll) {
    private static final Duration FIRST_LOOK = Duration.ofMillis(20);
    private static final Duration GRACE = Duration.ofSeconds(60);

    /** What is to be done, and what it is called where somebody asks for it later. */
    record Work(Plan plan, Jobs jobs, String module, Map<String, @Nullable Object> arguments) {}

    /** Starts it, and waits for its end unless nobody is to. */
    Result start(Work work, Supplier<Result> atOnce) {
        if (!(work.plan() instanceof Plan.Guarded guarded)) {
            return poll.isZero() ? kept(work, atOnce.get()) : atOnce.get();
        }
        var id = newId();
        var told = JobStatus.told(work.module(), work.arguments());
        var job = new Jobs.Job(id, Math.max(1, limit.toSeconds()), told);
        var file = work.jobs().start(guarded, job);
        return poll.isZero() ? begun(id, file) : awaited(id);
    }

    private static String newId() {
        var random = ThreadLocalRandom.current().nextLong(1_000_000_000_000L);
        return "j" + random + "." + ProcessHandle.current().pid();
    }

    private static Result begun(String id, String file) {
        return Result.of()
                .changed(true)
                .with("ansible_job_id", id)
                .with("started", true)
                .with("finished", false)
                .with("results_file", file);
    }

    /** A module that looks several times cannot go on by itself: it is done when it is started. */
    private static Result kept(Work work, Result result) {
        var id = newId();
        work.jobs().keep(id, JobStatus.text(result));
        return begun(id, work.jobs().look(id).report().said("results_file"));
    }

    private Result awaited(String id) {
        var deadline = System.nanoTime() + limit.plus(GRACE).toNanos();
        var pause = FIRST_LOOK;
        for (var told = System.nanoTime(); ; ) {
            Waiting.sleep(pause);
            pause = pause.multipliedBy(2).compareTo(poll) < 0 ? pause.multipliedBy(2) : poll;
            var result = looked(id, deadline);
            if (JobStatus.isFinished(result) || System.nanoTime() > deadline) {
                run.polled(id, result.failed() ? TaskEvent.Job.FAILED : TaskEvent.Job.OK);
                return result;
            }
            if (System.nanoTime() - told >= poll.toNanos()) {
                told = System.nanoTime();
                run.polled(id, TaskEvent.Job.RUNNING);
            }
        }
    }

    /** A connection that is lost while a job runs is made anew: the job goes on. */
    private Result looked(String id, long deadline) {
        while (true) {
            try {
                return status.get().of(id);
            } catch (UnreachableException e) {
                if (System.nanoTime() > deadline) {
                    throw e;
                }
                Waiting.sleep(poll);
            }
        }
    }
}
