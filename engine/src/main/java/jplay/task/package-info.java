/**
 * One task on one host: conditions, loops, retries, delegation, arguments, the module or action,
 * and what its result means.
 *
 * <p>Entry types: {@link jplay.task.TaskExecutor}, which never throws, and {@link
 * jplay.task.TaskOutcome}. What an outcome does to the run is decided elsewhere. Actions, which
 * work on the controller, are in {@link jplay.task.action}.
 */
@NullMarked
package jplay.task;

import org.jspecify.annotations.NullMarked;
