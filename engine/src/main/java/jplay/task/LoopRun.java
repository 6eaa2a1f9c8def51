package jplay.task;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.function.Supplier;
import jplay.connection.UnreachableException;
import jplay.module.ArgsException;
import jplay.module.TaskFailure;
import jplay.result.TaskResult;
import jplay.task.keyword.EarlierResult;
import jplay.task.keyword.Overlay;
import jplay.task.keyword.TaskProblem;
import jplay.template.Scope;
import jplay.template.TemplateException;
import jplay.value.TemplateString;
import org.jspecify.annotations.Nullable;

/**
 * A task that loops, on one host: its turns one after the other, or sent ahead where none needs
 * another's result.
 */
final class LoopRun {
    private final TaskRun run;
    private final Loop loop;
    private final List<ItemResult> ended = new ArrayList<>();
    private final Queue<Sent> sent = new ArrayDeque<>();
    private final Map<String, @Nullable Object> gained = new LinkedHashMap<>();
    private boolean over;

    private record Sent(
            Loop.Turn turn, Scope scope, Optional<String> label, Supplier<ItemResult> result) {}

    LoopRun(TaskRun run, Loop loop) {
        this.run = run;
        this.loop = loop;
        run.beforeReading(this::drain);
    }

    TaskOutcome outcome() {
        List<Loop.Turn> turns;
        try {
            turns = loop.turns();
        } catch (TemplateException e) {
            return withoutItems(e);
        }
        if (turns.isEmpty()) {
            return empty();
        }
        var ahead = mayGoAhead();
        for (var i = 0; i < turns.size() && !over; i++) {
            begin(turns.get(i), ahead);
            if (loop.pause() > 0 && i + 1 < turns.size()) {
                Waiting.sleep(java.time.Duration.ofMillis((long) (loop.pause() * 1000)));
            }
        }
        drain();
        return summary();
    }

    private boolean mayGoAhead() {
        var control = run.step().task().control();
        var action = run.step().task().action();
        return run.services().actions().find(action).isEmpty()
                && !TemplateString.isTemplate(action)
                && control.until() == null
                && control.retries() == null
                && loop.pause() <= 0
                && loop.breakWhen().isEmpty();
    }

    private void begin(Loop.Turn turn, boolean ahead) {
        var scope = run.acting(scope(turn), turn.vars());
        var label = Optional.of(loop.label(turn, scope));
        var item = new ActionContext.Item(turn.vars(), label);
        var result =
                guarded(
                        () -> new ItemRun(run, scope, item).start(ahead),
                        scope::delegateAsFarAsKnown);
        sent.add(new Sent(turn, scope, label, result));
        if (!ahead) {
            drain();
        }
    }

    /**
     * What a turn sees: its item, what earlier turns set, and the latest result under the
     * registered name.
     */
    private Scope scope(Loop.Turn turn) {
        var vars = new LinkedHashMap<String, @Nullable Object>(gained);
        vars.putAll(turn.vars());
        var base = new Overlay(run.scope(), vars, turn.written());
        return run.register().isEmpty()
                ? base
                : new EarlierResult(base, run.register().get(), this::latest);
    }

    private Optional<Map<String, @Nullable Object>> latest() {
        drain();
        return ended.isEmpty() ? Optional.empty() : Optional.of(ended.getLast().registered());
    }

    private Supplier<ItemResult> guarded(
            Supplier<Supplier<ItemResult>> start, Supplier<String> delegate) {
        try {
            var begun = start.get();
            return () -> {
                try {
                    return begun.get();
                } catch (ArgsException
                        | TaskFailure
                        | TaskProblem
                        | TemplateException
                        | UnreachableException e) {
                    return Outcomes.of(run, e, delegate.get());
                }
            };
        } catch (ArgsException
                | TaskFailure
                | TaskProblem
                | TemplateException
                | UnreachableException e) {
            var failed = Outcomes.of(run, e, delegate.get());
            return () -> failed;
        }
    }

    private void drain() {
        while (!sent.isEmpty()) {
            var next = sent.remove();
            var result = next.result().get().keeping(next.turn().kept());
            ended.add(result);
            if (result.effects().stream().noneMatch(LoopRun::includes)) {
                run.itemEnded(result, next.label().orElse(""));
            }
            result.effects().forEach(this::gain);
            over |= result.result() instanceof TaskResult.Unreachable || breaks(next, result);
        }
    }

    /** Includes are shown by what they include. */
    private static boolean includes(Effect effect) {
        return effect instanceof Effect.IncludeTasks || effect instanceof Effect.IncludeRole;
    }

    private void gain(Effect effect) {
        switch (effect) {
            case Effect.SetFacts facts -> gained.putAll(facts.values());
            case Effect.IncludedVars vars -> gained.putAll(vars.values());
            default -> {}
        }
    }

    private boolean breaks(Sent item, ItemResult result) {
        var seen = new LinkedHashMap<String, @Nullable Object>();
        run.register().ifPresent(name -> seen.put(name, result.registered()));
        var scope = Overlay.of(item.scope(), seen);
        return loop.breakWhen()
                .map(condition -> Judgement.all(run.templar(), condition, scope, run.step().task()))
                .orElse(false);
    }

    /** The loop cannot be evaluated: that does not matter when the task is not to run anyway. */
    private TaskOutcome withoutItems(TemplateException problem) {
        if (problem.undefined() && run.alone().unmetQuietly()) {
            var skipped = run.alone().start(false).get();
            return run.outcome(skipped.result(), List.of(), "");
        }
        throw problem;
    }

    private TaskOutcome empty() {
        var values = new LinkedHashMap<String, @Nullable Object>();
        values.put("changed", false);
        values.put("results", List.of());
        values.put("skipped", true);
        values.put("skipped_reason", "No items in the list");
        return run.outcome(new TaskResult.Skipped(values), List.of(), "");
    }

    private TaskOutcome summary() {
        var last = ended.getLast();
        var effects =
                ended.stream()
                        .filter(each -> each.result() instanceof TaskResult.Ok)
                        .flatMap(each -> each.effects().stream())
                        .toList();
        return run.outcome(LoopSummary.of(run, ended), effects, last.delegate());
    }
}
