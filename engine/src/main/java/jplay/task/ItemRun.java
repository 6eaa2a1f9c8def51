package jplay.task;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import jplay.diagnostic.Diagnostic;
import jplay.module.Result;
import jplay.module.TaskFailure;
import jplay.playbook.Task;
import jplay.result.TaskResult;
import jplay.task.keyword.ActingScope;
import jplay.task.keyword.Keywords;
import jplay.template.TemplateException;
import jplay.template.python.Text;
import jplay.value.TemplateString;
import org.jspecify.annotations.Nullable;

/** A task without a loop, or one turn of a loop, on one host. */
final class ItemRun {
    private final TaskRun run;
    private final Task task;
    private final ActingScope scope;
    private final ActionContext.Item item;
    private final Keywords keywords;
    private Optional<Diagnostic> origin = Optional.empty();

    ItemRun(TaskRun run, ActingScope scope, ActionContext.Item item) {
        this.run = run;
        this.task = run.step().task();
        this.scope = scope;
        this.item = item;
        this.keywords = run.keywords(scope);
    }

    /**
     * Begins; the answer waits for the end. Only a guarded plan is still under way then, and only
     * when {@code ahead}.
     */
    Supplier<ItemResult> start(boolean ahead) {
        scope.delegate();
        var unmet = unmet();
        if (!unmet.isEmpty()) {
            var skipped = new ItemResult(skipped(unmet.getFirst()), List.of(), "");
            return () -> skipped;
        }
        var work = new Work(run, scope, item);
        if (ahead) {
            var pending = work.send();
            return () ->
                    finished(
                            work,
                            new Judgement(task, run.templar(), scope, run.register())
                                    .of(pending.get()));
        }
        var ended = finished(work, Work.inAction(() -> tried(work)));
        return () -> ended;
    }

    /** Whether a condition is known not to hold; one that cannot be evaluated counts as holding. */
    boolean unmetQuietly() {
        try {
            return !unmet().isEmpty();
        } catch (TemplateException _) {
            return false;
        }
    }

    private List<Object> unmet() {
        var conditions = task.directives().when();
        var unconditional =
                conditions.isEmpty() ? Optional.<String>empty() : Outline.unconditional(task);
        if (unconditional.isPresent()) {
            run.warn(unconditional.get() + " task does not support when conditional");
            return List.of();
        }
        for (var condition : conditions) {
            var failing =
                    Judgement.failing(run.templar(), condition.text(), scope, condition.location());
            if (!failing.isEmpty()) {
                return failing;
            }
        }
        return List.of();
    }

    private static TaskResult skipped(Object condition) {
        var values = new LinkedHashMap<String, @Nullable Object>();
        values.put("changed", false);
        values.put("skipped", true);
        values.put("skip_reason", "Conditional result was False");
        values.put(
                "false_condition",
                condition instanceof TemplateString template ? template.text() : condition);
        return new TaskResult.Skipped(values);
    }

    /** Tries until it is good, or as often as allowed. */
    private Result tried(Work work) {
        var judgement = new Judgement(task, run.templar(), scope, run.register());
        var retried = task.control().until() != null || task.control().retries() != null;
        var retries =
                retried
                        ? keywords.number("retries", task.control().retries())
                                .orElse(3.0)
                                .intValue()
                        : 0;
        for (var attempt = 1; ; attempt++) {
            var result = judged(judgement, work);
            if (!retried) {
                return result;
            }
            result = result.with("attempts", (long) Math.min(attempt, Math.max(1, retries)));
            if (judgement.satisfied(result)) {
                return result;
            }
            if (attempt > retries) {
                return result.asFailed();
            }
            run.retrying(item.label(), scope.shownDelegate(), result, retries - attempt + 1);
            pause();
        }
    }

    private Result judged(Judgement judgement, Work work) {
        try {
            origin = Optional.empty();
            return judgement.of(work.run());
        } catch (TaskFailure e) {
            origin = e.origin();
            return judgement.of(e.result());
        }
    }

    private void pause() {
        var seconds = keywords.number("delay", task.control().delay()).orElse(5.0);
        Waiting.sleep(Duration.ofMillis((long) (Math.max(0, seconds) * 1000)));
    }

    private ItemResult finished(Work work, Result result) {
        var values = new LinkedHashMap<String, @Nullable Object>();
        if (!result.values().containsKey("include")) {
            values.put("changed", result.changed());
        }
        values.putAll(result.values());
        if (!work.acted()) {
            Judgement.addLines(values);
        }
        if (!result.warnings().isEmpty()) {
            values.put("warnings", result.warnings());
            result.warnings().forEach(run::warn);
        }
        return new ItemResult(
                classified(work, result, values), effects(work, result), scope.shownDelegate());
    }

    private TaskResult classified(Work work, Result result, Map<String, @Nullable Object> values) {
        if (result.failed()) {
            values.put("failed", true);
            values.putIfAbsent("exception", "(traceback unavailable)");
            var causes = Stream.concat(Stream.of(cause(work, result)), origin.stream()).toList();
            return new TaskResult.Failed(run.ignoresErrors(scope), values, result.diffs(), causes);
        }
        if (work.skipped() || Boolean.TRUE.equals(values.get("skipped"))) {
            values.put("skipped", true);
            if (!work.skipped()) {
                values.put("failed", false);
            }
            return new TaskResult.Skipped(values);
        }
        return new TaskResult.Ok(result.changed(), values, result.diffs());
    }

    private Diagnostic cause(Work work, Result result) {
        var values = result.values();
        var judged =
                values.containsKey("failed_when_result")
                        || values.containsKey("changed_when_result");
        var who = work.acted() || judged ? "Action" : "Module";
        if (origin.isPresent()) {
            return Diagnostic.error(task.location(), 1, "Task failed");
        }
        if (result.message().filter(message -> message.startsWith("Task failed")).isPresent()) {
            return Diagnostic.error(task.location(), 1, result.message().get());
        }
        var why =
                Optional.ofNullable(result.values().get("exception"))
                        .or(() -> Optional.ofNullable(result.values().get("msg")))
                        .map(Text::of)
                        .filter(message -> !message.isEmpty())
                        .map(message -> ": " + message)
                        .orElse(".");
        return Diagnostic.error(task.location(), 1, "Task failed: " + who + " failed" + why);
    }

    private Effect about(String host, Effect effect) {
        var facts =
                switch (effect) {
                    case Effect.SetFacts _, Effect.Facts _, Effect.IncludedVars _ -> true;
                    default -> false;
                };
        return facts && !host.equals(run.step().host()) ? new Effect.About(host, effect) : effect;
    }

    private List<Effect> effects(Work work, Result result) {
        var effects = new ArrayList<Effect>();
        work.effects().forEach(effect -> effects.add(about(work.factsHost(), effect)));
        if (work.effects().isEmpty()
                && result.values().get("ansible_facts") instanceof Map<?, ?> facts) {
            var named = new LinkedHashMap<String, @Nullable Object>();
            facts.forEach((name, value) -> named.put(String.valueOf(name), value));
            effects.add(about(work.factsHost(), new Effect.Facts(named)));
        }
        if (result.changed() && !task.control().notifies().isEmpty()) {
            effects.add(new Effect.Notify(keywords.texts("notify", task.control().notifies())));
        }
        return effects;
    }
}
