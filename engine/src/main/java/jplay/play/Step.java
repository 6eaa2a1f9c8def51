package jplay.play;

import java.util.Map;
import jplay.playbook.Task;
import org.jspecify.annotations.Nullable;

/**
 * One task to be done by one host.
 *
 * @param host the host's inventory name
 * @param position where the task stands
 * @param handler whether it runs because it was notified
 * @param includeVars variables given where the task was included dynamically, among them the item
 *     of a looping include
 * @param overrides variables that win over all, as a debugger sets them
 */
public record Step(
        String host,
        Task task,
        Position position,
        boolean handler,
        Map<String, @Nullable Object> includeVars,
        Map<String, @Nullable Object> overrides) {
    /** The same with other arguments of the task, and with variables that win over all. */
    public Step with(
            Map<String, @Nullable Object> arguments, Map<String, @Nullable Object> variables) {
        return new Step(host, task.with(arguments), position, handler, includeVars, variables);
    }
}
