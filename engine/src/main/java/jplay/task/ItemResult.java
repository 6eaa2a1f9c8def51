package jplay.task;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jplay.result.TaskResult;
import org.jspecify.annotations.Nullable;

/** How a task without a loop, or one turn of a loop, ended. */
record ItemResult(TaskResult result, List<Effect> effects, String delegate) {
    /** The same with what a turn's result keeps of its loop. */
    ItemResult keeping(Map<String, @Nullable Object> kept) {
        var values = new LinkedHashMap<>(result.values());
        values.putAll(kept);
        return new ItemResult(with(values), effects, delegate);
    }

    private TaskResult with(Map<String, @Nullable Object> values) {
        return switch (result) {
            case TaskResult.Ok ok -> new TaskResult.Ok(ok.changed(), values, ok.diffs());
            case TaskResult.Skipped _ -> new TaskResult.Skipped(values);
            case TaskResult.Failed failed ->
                    new TaskResult.Failed(
                            failed.ignored(), values, failed.diffs(), failed.causes());
            case TaskResult.Unreachable lost -> new TaskResult.Unreachable(lost.ignored(), values);
        };
    }

    /** What {@code register} keeps; only a plain success says that it did not fail. */
    Map<String, @Nullable Object> registered() {
        return registered(result);
    }

    static Map<String, @Nullable Object> registered(TaskResult result) {
        var values = new LinkedHashMap<>(result.values());
        values.putIfAbsent("changed", false);
        if (result instanceof TaskResult.Ok
                && !values.containsKey("results")
                && !values.containsKey("include")) {
            values.putIfAbsent("failed", false);
        }
        return values;
    }
}
