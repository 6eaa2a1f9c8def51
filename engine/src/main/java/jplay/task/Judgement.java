package jplay.task;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jplay.module.Result;
import jplay.playbook.Task;
import jplay.task.keyword.Overlay;
import jplay.task.keyword.TaskProblem;
import jplay.template.Scope;
import jplay.template.Templar;
import jplay.template.TemplateException;
import org.jspecify.annotations.Nullable;

/**
 * What {@code changed_when}, {@code failed_when} and {@code until} make of what a module returned.
 */
record Judgement(Task task, Templar templar, Scope scope, Optional<String> register) {
    /** Beginnings of messages that need no word about what was being done. */
    private static final List<String> COMPLETE =
            List.of(
                    "Error while evaluating conditional",
                    "Conditional",
                    "Empty conditional",
                    "Encountered untrusted",
                    "A template was resolved",
                    "Syntax error in expression");

    private static final List<String> LINED = List.of("stdout", "stderr");

    /** The result with changed and failed as the task wants them. */
    Result of(Result result) {
        var judged = result;
        var control = task.control();
        if (control.changedWhen() != null) {
            try {
                judged = judged.changed(holds(control.changedWhen(), judged));
            } catch (TemplateException e) {
                return judged.asFailed().with("changed_when_result", e.getMessage());
            }
        }
        return control.failedWhen() == null ? judged : failedWhen(control.failedWhen(), judged);
    }

    private Result failedWhen(Object condition, Result result) {
        try {
            var failed = holds(condition, result);
            return new Result(
                            result.changed(),
                            failed,
                            result.values(),
                            result.diffs(),
                            result.warnings())
                    .with("failed_when_result", failed);
        } catch (TemplateException e) {
            return result.asFailed().with("failed_when_result", e.getMessage());
        }
    }

    /** Whether there is no need for another try. */
    boolean satisfied(Result result) {
        var until = task.control().until();
        return until == null ? !result.failed() : holds(until, result);
    }

    private boolean holds(Object condition, Result result) {
        var seen = new LinkedHashMap<String, @Nullable Object>();
        if (result.values().get("ansible_facts") instanceof Map<?, ?> facts) {
            facts.forEach((name, value) -> seen.put(String.valueOf(name), value));
        }
        register.ifPresent(name -> seen.put(name, values(result)));
        return all(templar, condition, Overlay.of(scope, seen), task);
    }

    /** What the variable named by {@code register} holds while the task is judged. */
    static Map<String, @Nullable Object> values(Result result) {
        var values = new LinkedHashMap<>(result.values());
        values.put("changed", result.changed());
        values.put("failed", result.failed());
        addLines(values);
        return values;
    }

    /** Output as a list of lines beside the text, for every module that returns output. */
    static void addLines(Map<String, @Nullable Object> values) {
        for (var name : LINED) {
            if (values.get(name) instanceof String text) {
                values.putIfAbsent(name + "_lines", text.lines().toList());
            }
        }
    }

    /** Whether a condition, or all of several, hold. */
    static boolean all(Templar templar, Object condition, Scope scope, Task task) {
        return failing(templar, condition, scope, task.location()).isEmpty();
    }

    /**
     * The first condition of one or several that does not hold; a list of one, to tell null from
     * none.
     */
    static List<Object> failing(
            Templar templar,
            @Nullable Object condition,
            Scope scope,
            jplay.diagnostic.Location location) {
        for (var each :
                condition instanceof List<?> several
                        ? several
                        : java.util.Arrays.asList(condition)) {
            try {
                if (!templar.condition(each, location, scope)) {
                    return List.of(each == null ? "" : each);
                }
            } catch (TemplateException e) {
                throw COMPLETE.stream().anyMatch(e.getMessage()::startsWith)
                        ? e
                        : TaskProblem.within("Error while evaluating conditional", e);
            }
        }
        return List.of();
    }
}
