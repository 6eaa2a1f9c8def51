package jplay.task;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import jplay.play.Step;
import jplay.result.TaskResult;
import org.jspecify.annotations.Nullable;

/**
 * How a task ended on a host, and what it wants to happen.
 *
 * @param result for a loop the one over all items
 * @param effects in order; to be carried out only when the task was not failed or skipped as a
 *     whole
 * @param delegate the host that acted, empty when it is the task's own
 * @param looped whether the result is one over the items of a loop
 * @param register name of the variable that keeps the result
 */
public record TaskOutcome(
        Step step,
        TaskResult result,
        List<Effect> effects,
        String delegate,
        boolean looped,
        TaskEvent.Showing showing,
        Optional<String> register) {
    public TaskOutcome {
        effects = List.copyOf(effects);
    }

    /** What {@code register} keeps. */
    public Map<String, @Nullable Object> registered() {
        return ItemResult.registered(result);
    }
}
