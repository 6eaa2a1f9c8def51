package jplay.task.job;

import java.util.LinkedHashMap;
import java.util.Map;
import jplay.connection.Jobs;
import jplay.module.ControllerFiles;
import jplay.module.Module;
import jplay.module.ModuleCatalog;
import jplay.module.Plan;
import jplay.module.Remote;
import jplay.module.Report;
import jplay.module.Result;
import jplay.module.TaskFailure;
import jplay.value.Json;
import org.jspecify.annotations.Nullable;

/**
 * Tells how far jobs are. What a job printed is read by the module that planned it, whose name and
 * arguments are kept beside the job.
 */
public record JobStatus(Jobs jobs, Remote remote, ModuleCatalog modules, ControllerFiles files) {
    private static final String FINISHED = "finished";

    /** What is kept beside a job for whoever asks for it. */
    public static String told(String module, Map<String, @Nullable Object> arguments) {
        var told = new LinkedHashMap<String, @Nullable Object>();
        told.put("module", module);
        told.put("arguments", arguments);
        return Json.write(told, Json.Style.PLAIN);
    }

    /** A result as it is kept on the host. */
    public static String text(Result result) {
        var values = new LinkedHashMap<String, @Nullable Object>();
        values.put("changed", result.changed());
        values.put("failed", result.failed());
        values.putAll(result.values());
        return Json.write(values, Json.Style.PLAIN);
    }

    /** Whether a result is that of a job that is over. */
    public static boolean isFinished(Result result) {
        return Boolean.TRUE.equals(result.values().get(FINISHED));
    }

    /** How far a job is; its result when it is over. */
    public Result of(String id) {
        var state = jobs.look(id);
        var report = state.report();
        return switch (state.name()) {
            case "running" -> marked(Result.of(), id, report, false);
            case "ended" -> ended(id, state);
            case "lost" ->
                    marked(
                            Result.failure("The job ended without a result: it was killed."),
                            id,
                            report,
                            true);
            case "read" -> kept(id, report);
            default -> marked(Result.failure("could not find job"), id, report, true);
        };
    }

    /** Removes what is left of a job. */
    public Result cleanup(String id) {
        var report = jobs.erase(id);
        var known = report.has("erased");
        var result =
                (known ? Result.of() : Result.failure("could not find job"))
                        .with("ansible_job_id", id)
                        .with("erased", report.said("results_file"))
                        .with("started", !known)
                        .with(FINISHED, !known);
        return withOutput(result);
    }

    private Result ended(String id, Jobs.State state) {
        var report = state.report();
        var result =
                report.has("late")
                        ? Result.failure("Timeout exceeded")
                                .with("child_pid", report.number("late"))
                        : JobTimes.of(report).in(jobs.result(planned(report), state));
        jobs.keep(id, text(result));
        return marked(result, id, report, true);
    }

    private Plan.Guarded planned(Report report) {
        if (Json.read(report.said("told")) instanceof Map<?, ?> told
                && told.get("arguments") instanceof Map<?, ?> given) {
            var arguments = new LinkedHashMap<String, @Nullable Object>();
            given.forEach((name, value) -> arguments.put(String.valueOf(name), value));
            var spec = modules.find(String.valueOf(told.get("module")));
            if (spec.isPresent()
                    && ((Module) spec.get().bind(arguments, files)).plan(remote)
                            instanceof Plan.Guarded plan) {
                return plan;
            }
        }
        throw new TaskFailure("The job was started by a module that is not known here.");
    }

    /** A result that was read before, perhaps by another program. */
    private static Result kept(String id, Report report) {
        if (!(Json.read(report.outputText()) instanceof Map<?, ?> map)) {
            throw new TaskFailure("Could not parse job output: " + report.outputText());
        }
        var values = new LinkedHashMap<String, @Nullable Object>();
        map.forEach((name, value) -> values.put(String.valueOf(name), value));
        var over = !values.containsKey("started") || isTrue(values.get(FINISHED));
        var failed = isTrue(values.remove("failed"));
        var result = Result.of().changed(isTrue(values.remove("changed"))).withAll(values);
        return marked(failed ? result.asFailed() : result, id, report, over);
    }

    private static boolean isTrue(@Nullable Object value) {
        return Boolean.TRUE.equals(value) || Long.valueOf(1).equals(value);
    }

    private static Result marked(Result result, String id, Report report, boolean over) {
        return withOutput(
                result.with("ansible_job_id", id)
                        .with("started", true)
                        .with(FINISHED, over)
                        .with("results_file", report.said("results_file")));
    }

    private static Result withOutput(Result result) {
        var told = result;
        for (var stream : new String[] {"stdout", "stderr"}) {
            told = told.values().containsKey(stream) ? told : told.with(stream, "");
        }
        return told;
    }
}
