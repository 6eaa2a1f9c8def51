package jplay.task;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jplay.connection.UnreachableException;
import jplay.diagnostic.Diagnostic;
import jplay.diagnostic.Location;
import jplay.diagnostic.PlaybookException;
import jplay.module.ArgsException;
import jplay.module.TaskFailure;
import jplay.result.TaskResult;
import jplay.task.keyword.TaskProblem;
import jplay.template.TemplateException;
import org.jspecify.annotations.Nullable;

/** Turns what was thrown while a task ran into its result, blaming by type. */
final class Outcomes {
    private Outcomes() {}

    static ItemResult of(TaskRun run, RuntimeException thrown, String delegate) {
        var result =
                thrown instanceof UnreachableException lost
                        ? new TaskResult.Unreachable(run.ignoresUnreachable(), lost(lost))
                        : failed(
                                thrown,
                                run.step().task().location(),
                                run.ignoresErrors(run.scope()));
        return new ItemResult(result, List.of(), delegate);
    }

    /** The failure that something thrown stands for. */
    static TaskResult failed(Throwable thrown, Location task, boolean ignored) {
        return switch (thrown) {
            case TaskProblem problem -> failed(problem, task, ignored);
            case TemplateException template -> failed(TaskProblem.of(template), task, ignored);
            case TaskFailure failure -> reported(failure, task, ignored);
            case ArgsException wrong ->
                    reported(new TaskFailure(wrong.getMessage()), task, ignored);
            case PlaybookException mistakes ->
                    failed(
                            TaskProblem.of(mistakes.diagnostics().getFirst().message()),
                            task,
                            ignored);
            default -> defect(thrown, task, ignored);
        };
    }

    private static TaskResult failed(TaskProblem problem, Location task, boolean ignored) {
        var values = new LinkedHashMap<String, @Nullable Object>();
        if (problem.begun()) {
            values.put("changed", false);
        }
        values.put("msg", problem.getMessage());
        values.put("failed", true);
        values.put("exception", "(traceback unavailable)");
        return new TaskResult.Failed(ignored, values, List.of(), problem.causes(task));
    }

    private static TaskResult reported(TaskFailure failure, Location task, boolean ignored) {
        var values = new LinkedHashMap<String, @Nullable Object>();
        values.put("changed", failure.result().changed());
        values.putAll(failure.result().values());
        values.put("failed", true);
        values.putIfAbsent("exception", "(traceback unavailable)");
        var cause = Diagnostic.error(task, 1, "Task failed: " + failure.getMessage());
        return new TaskResult.Failed(ignored, values, failure.result().diffs(), List.of(cause));
    }

    private static Map<String, @Nullable Object> lost(UnreachableException lost) {
        var values = new LinkedHashMap<String, @Nullable Object>();
        values.put("changed", false);
        values.put("msg", "Task failed: " + lost.getMessage());
        values.put("unreachable", true);
        return values;
    }

    private static TaskResult defect(Throwable thrown, Location task, boolean ignored) {
        var trace = new StringWriter();
        thrown.printStackTrace(new PrintWriter(trace));
        var message = "Unexpected failure, a defect of jplay: " + thrown.getMessage();
        var values = new LinkedHashMap<String, @Nullable Object>();
        values.put("msg", message);
        values.put("failed", true);
        values.put("exception", trace.toString());
        return new TaskResult.Failed(
                ignored, values, List.of(), List.of(Diagnostic.error(task, 1, message)));
    }
}
