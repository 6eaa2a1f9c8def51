/**
 * The task debugger: what {@code debugger:}, the strategy {@code debug} and {@code
 * enable_task_debugger} open when a task ended on a host.
 *
 * <p>Entry type: {@link jplay.run.debug.TaskDebugger}.
 */
@NullMarked
package jplay.run.debug;

import org.jspecify.annotations.NullMarked;
