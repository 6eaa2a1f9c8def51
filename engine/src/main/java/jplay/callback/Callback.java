package jplay.callback;

import jplay.diagnostic.Diagnostic;
import jplay.playbook.Play;
import jplay.playbook.Playbook;
import jplay.playbook.Task;
import jplay.result.CustomStats;
import jplay.result.Recap;
import jplay.result.TaskResult;

/**
 * Watches a run. Every method does nothing unless overridden, and must return soon: the run waits
 * for it.
 */
public interface Callback {
    /** The run begins. */
    default void playbookStarted(Playbook playbook) {}

    /** A play begins; its name is rendered. */
    default void playStarted(Play play, String name) {}

    /** No host matches the play's pattern. */
    default void noHostsMatched() {}

    /** No host of the play is left. */
    default void noHostsRemaining() {}

    /** A task or handler begins on the first host. */
    default void taskStarted(TaskHeading heading) {}

    /** A host begins the task or handler that was begun last. */
    default void hostStarted(TaskHeading heading, String host) {}

    /** One item of a looping task ended on a host. */
    default void itemEnded(HostEvent event) {}

    /** A task ended on a host; for a loop, after its items. */
    default void taskEnded(HostEvent event) {}

    /** A try failed and will be repeated. */
    default void retrying(HostEvent event, int triesLeft) {}

    /** So many bytes of a large file are on their way to a host. */
    default void sending(String host, long bytes, long size) {}

    /** A task that is about to end on a host waited so often for answers of hosts. */
    default void travelled(String host, int roundTrips) {}

    /** A job in the background that is waited for was looked at. */
    default void jobSeen(String host, String id, JobProgress progress) {}

    /** How far a job in the background is. */
    enum JobProgress {
        RUNNING,
        OK,
        FAILED
    }

    /** A file of tasks was included for these hosts. */
    default void included(String file, java.util.List<String> hosts, String itemLabel) {}

    /** A handler was notified by a host. */
    default void notified(String handler, String host) {}

    /** Something the user should know, once. */
    default void warned(Diagnostic diagnostic) {}

    /** The run ended. */
    default void playbookEnded(Recap recap) {}

    /** After the end: what {@code set_stats} collected. */
    default void customStats(CustomStats stats) {}

    /**
     * What is shown above a task's results.
     *
     * @param name rendered as far as it can be without a host; {@code role : name} for tasks of a
     *     role
     * @param handler whether it is a handler
     */
    record TaskHeading(Task task, String name, boolean handler, boolean checkMode) {}

    /**
     * A result and what is needed to show it.
     *
     * @param host the host's inventory name
     * @param delegate the host that did it, empty when it is the same
     * @param item for an item of a loop: its label; empty otherwise
     * @param looped whether the task loops, so that its items were shown already
     * @param hidden whether {@code no_log} forbids to show the values
     * @param diff whether diffs are to be shown
     */
    record HostEvent(
            Task task,
            String taskName,
            String host,
            String delegate,
            java.util.Optional<String> item,
            boolean looped,
            boolean hidden,
            boolean diff,
            TaskResult result) {}
}
