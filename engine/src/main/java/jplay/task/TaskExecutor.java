package jplay.task;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import jplay.play.Step;

/** Runs one task on one host. Thread-safe. */
public final class TaskExecutor {
    private final TaskServices services;

    public TaskExecutor(TaskServices services) {
        this.services = services;
    }

    /** Runs a step; never throws: whatever happens becomes an outcome. */
    public TaskOutcome run(Step step, Consumer<TaskEvent> events) {
        TaskRun run;
        try {
            run = new TaskRun(services, step, events);
        } catch (RuntimeException | Error e) {
            return broken(step, e);
        }
        try {
            return run.outcome();
        } catch (RunInterrupted e) {
            return broken(step, e);
        } catch (RuntimeException e) {
            return thrown(run, e);
        } catch (Error e) {
            // such as too little memory: without an outcome the whole run would wait for ever
            return broken(step, e);
        } finally {
            run.tellRoundTrips();
        }
    }

    /** What must be known of a step's task before it runs; never throws. */
    public Outline outline(Step step) {
        return Outline.of(services, step);
    }

    private static TaskOutcome thrown(TaskRun run, RuntimeException thrown) {
        try {
            var ended = Outcomes.of(run, thrown, run.delegateAsFarAsKnown());
            return run.outcome(ended.result(), List.of(), ended.delegate());
        } catch (RuntimeException e) {
            return broken(run.step(), e);
        }
    }

    /** When not even the keywords of the task can be read. */
    private static TaskOutcome broken(Step step, Throwable thrown) {
        var result = Outcomes.failed(thrown, step.task().location(), false);
        return new TaskOutcome(
                step, result, List.of(), "", false, TaskEvent.Showing.PLAIN, Optional.empty());
    }
}
