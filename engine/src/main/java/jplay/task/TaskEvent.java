package jplay.task;

import java.util.Optional;
import jplay.diagnostic.Diagnostic;
import jplay.play.Step;
import jplay.result.TaskResult;

/** Something that happened while a task ran on a host, told before its end. */
public sealed interface TaskEvent {
    /** The task on its host. */
    Step step();

    /** One item of a loop is over. */
    record ItemEnded(Step step, String label, String delegate, Showing showing, TaskResult result)
            implements TaskEvent {}

    /** A try failed and will be repeated. */
    record Retrying(
            Step step,
            Optional<String> label,
            String delegate,
            Showing showing,
            TaskResult result,
            int triesLeft)
            implements TaskEvent {}

    /** A job in the background was looked at. */
    record Polled(Step step, String id, Job job) implements TaskEvent {}

    /** How far a job is. */
    enum Job {
        RUNNING,
        OK,
        FAILED
    }

    /** Something the user should know. */
    record Warned(Step step, Diagnostic diagnostic) implements TaskEvent {}

    /** So many bytes of a large file are on their way to a host. */
    record Sending(Step step, long bytes, long size) implements TaskEvent {}

    /** How often the task waited for hosts, when it did. */
    record Travelled(Step step, int roundTrips) implements TaskEvent {}

    /**
     * How a result may be shown.
     *
     * @param hidden by {@code no_log}
     * @param diff whether diffs are wanted
     */
    record Showing(boolean hidden, boolean diff) {
        /** When nothing is known about it. */
        public static final Showing PLAIN = new Showing(false, false);
    }
}
