package jplay.task;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import jplay.module.Diff;
import jplay.result.TaskResult;
import org.jspecify.annotations.Nullable;

/** The one result over all items of a loop. */
final class LoopSummary {
    private LoopSummary() {}

    static TaskResult of(TaskRun run, List<ItemResult> items) {
        var results = items.stream().map(ItemResult::result).toList();
        var values = new LinkedHashMap<String, @Nullable Object>();
        values.put("results", items.stream().map(LoopSummary::kept).toList());
        values.put("changed", results.stream().anyMatch(TaskResult::changed));
        if (results.stream().anyMatch(TaskResult.Unreachable.class::isInstance)) {
            values.put("unreachable", true);
            values.put("msg", "One or more items failed");
            return new TaskResult.Unreachable(run.ignoresUnreachable(), values);
        }
        if (results.stream().anyMatch(TaskResult.Failed.class::isInstance)) {
            values.put("failed", true);
            values.put("msg", "One or more items failed");
            var ignored =
                    results.stream()
                            .allMatch(result ->
                                    !(result instanceof TaskResult.Failed failed)
                                            || failed.ignored());
            return new TaskResult.Failed(ignored, values, diffs(results), List.of());
        }
        var skipped = results.stream().allMatch(TaskResult.Skipped.class::isInstance);
        values.put("skipped", skipped);
        values.put("msg", skipped ? "All items skipped" : "All items completed");
        return skipped
                ? new TaskResult.Skipped(values)
                : new TaskResult.Ok(
                        results.stream().anyMatch(TaskResult::changed), values, diffs(results));
    }

    private static Object kept(ItemResult item) {
        return item.result().values().containsKey("include")
                ? item.result().values()
                : item.registered();
    }

    private static List<Diff> diffs(List<TaskResult> results) {
        var all = new ArrayList<Diff>();
        for (var result : results) {
            switch (result) {
                case TaskResult.Ok ok -> all.addAll(ok.diffs());
                case TaskResult.Failed failed -> all.addAll(failed.diffs());
                case TaskResult.Skipped _, TaskResult.Unreachable _ -> {}
            }
        }
        return all;
    }
}
