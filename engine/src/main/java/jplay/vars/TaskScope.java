package jplay.vars;

import java.util.Map;
import java.util.Optional;
import jplay.inventory.Host;
import jplay.playbook.Task;
import org.jspecify.annotations.Nullable;

/**
 * A request for the variables of a task on a host.
 *
 * @param host the host that the task is about
 * @param task none for what concerns the host alone
 * @param delegate the host that does it instead, when there is one
 * @param includeVars {@code vars} of the includes that the task came by, inner ones over outer ones
 * @param local the strongest: loop variables, the result of this try
 */
public record TaskScope(
        PlayScope play,
        Host host,
        Optional<Task> task,
        Optional<Host> delegate,
        Map<String, @Nullable Object> includeVars,
        Map<String, @Nullable Object> local) {
    /** A task on its own host. */
    public static TaskScope of(PlayScope play, Host host, Task task) {
        return new TaskScope(play, host, Optional.of(task), Optional.empty(), Map.of(), Map.of());
    }

    /** The same, done by another host. */
    public TaskScope delegatedTo(Host other) {
        return new TaskScope(play, host, task, Optional.of(other), includeVars, local);
    }
}
