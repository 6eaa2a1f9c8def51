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
 */
public record Step(
        String host,
        Task task,
        Position position,
        boolean handler,
        Map<String, @Nullable Object> includeVars) {}
