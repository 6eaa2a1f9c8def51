package jplay.strategy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jplay.callback.Callback;
import jplay.callback.Callback.HostEvent;
import jplay.diagnostic.PlaybookException;
import jplay.play.Step;
import jplay.play.Turn;
import jplay.result.Tally;
import jplay.result.TaskResult;
import jplay.task.Effect;
import jplay.task.Outline;
import jplay.task.TaskEvent;
import jplay.task.TaskOutcome;
import org.jspecify.annotations.Nullable;

/**
 * Tells the callbacks what happened, counts it, and passes on what it means for the rest of the
 * play.
 */
final class Recorder {
    private final BatchSetting batch;
    private final Callback callback;
    private final Tally tally;
    private final Inclusion inclusion;
    private final Effects effects;
    private final List<String> failedNow = new ArrayList<>();

    Recorder(BatchSetting batch, Callback callback, Tally tally) {
        this.batch = batch;
        this.callback = callback;
        this.tally = tally;
        this.inclusion = new Inclusion(batch, callback, tally);
        this.effects = new Effects(batch, callback);
    }

    /** Passes on what a task told before its end. */
    void tell(TaskEvent event, String name) {
        switch (event) {
            case TaskEvent.ItemEnded item ->
                    callback.itemEnded(
                            new HostEvent(
                                    item.step().task(),
                                    name,
                                    item.step().host(),
                                    item.delegate(),
                                    Optional.of(item.label()),
                                    true,
                                    item.showing().hidden(),
                                    item.showing().diff(),
                                    item.result()));
            case TaskEvent.Retrying retry ->
                    callback.retrying(event(retry, name), retry.triesLeft());
            case TaskEvent.Polled polled ->
                    callback.jobSeen(polled.step().host(), polled.id(), progress(polled.job()));
            case TaskEvent.Sending sending ->
                    callback.sending(sending.step().host(), sending.bytes(), sending.size());
            case TaskEvent.Travelled travelled ->
                    callback.travelled(travelled.step().host(), travelled.roundTrips());
            case TaskEvent.Warned warned -> callback.warned(warned.diagnostic());
        }
    }

    private static HostEvent event(TaskEvent.Retrying retry, String name) {
        return new HostEvent(
                retry.step().task(),
                name,
                retry.step().host(),
                retry.delegate(),
                retry.label(),
                retry.label().isPresent(),
                retry.showing().hidden(),
                retry.showing().diff(),
                retry.result());
    }

    private static Callback.JobProgress progress(TaskEvent.Job job) {
        return switch (job) {
            case RUNNING -> Callback.JobProgress.RUNNING;
            case OK -> Callback.JobProgress.OK;
            case FAILED -> Callback.JobProgress.FAILED;
        };
    }

    /** Takes how a task ended on a host; answers what is to be done again first. */
    Optional<Step> record(TaskOutcome outcome, Outline outline) throws InterruptedException {
        var host = outcome.step().host();
        var sharers = outline.shared() ? batch.reachable() : List.of(host);
        if (outcome.result() instanceof TaskResult.Ok && inclusion.takes(outcome)) {
            effects.keep(outcome, sharers);
            return Optional.empty();
        }
        if (!outline.meta() || !(outcome.result() instanceof TaskResult.Ok)) {
            callback.taskEnded(event(outcome, outline, outcome.result()));
        }
        var again = batch.debugger().again(outcome, outline.name());
        if (again.isPresent()) {
            return again;
        }
        var rescued = batch.iterator().rescuable(host);
        if (!outline.meta() || outcome.result() instanceof TaskResult.Failed) {
            tally.count(host, outcome.result(), rescued);
        }
        effects.keep(outcome, sharers);
        if (rescued && fails(outcome.result())) {
            effects.remember(host, outcome, outline.name(), outcome.result());
        }
        turn(outcome, sharers, outline);
        return Optional.empty();
    }

    private static boolean fails(TaskResult result) {
        return result instanceof TaskResult.Failed failed && !failed.ignored();
    }

    private static HostEvent event(TaskOutcome outcome, Outline outline, TaskResult result) {
        return new HostEvent(
                outcome.step().task(),
                outline.name(),
                outcome.step().host(),
                outcome.delegate(),
                Optional.empty(),
                outcome.looped(),
                outcome.showing().hidden(),
                outcome.showing().diff(),
                result);
    }

    private void carryOut(TaskOutcome outcome, List<String> sharers, Outline outline) {
        var host = outcome.step().host();
        try {
            effects.carryOut(outcome, sharers)
                    .ifPresent(turn -> batch.iterator().record(host, turn));
        } catch (PlaybookException e) {
            var told = new LinkedHashMap<String, @Nullable Object>();
            told.put("msg", e.diagnostics().getFirst().message());
            failed(outcome, outline, told, e);
        }
    }

    /** The host fails for a mistake that shows only now. */
    private void failed(
            TaskOutcome outcome,
            Outline outline,
            Map<String, @Nullable Object> told,
            PlaybookException mistakes) {
        var values = new LinkedHashMap<String, @Nullable Object>();
        values.put("changed", false);
        values.putAll(told);
        values.put("failed", true);
        var result = new TaskResult.Failed(false, values, List.of(), mistakes.diagnostics());
        var host = outcome.step().host();
        failedNow.add(host);
        tally.count(host, result, false);
        callback.taskEnded(event(outcome, outline, result));
        if (batch.iterator().rescuable(host)) {
            effects.remember(host, outcome, outline.name(), result);
        }
        batch.iterator().record(host, new Turn.Failed());
    }

    private void turn(TaskOutcome outcome, List<String> sharers, Outline outline) {
        var host = outcome.step().host();
        switch (outcome.result()) {
            case TaskResult.Ok _ -> carryOut(outcome, sharers, outline);
            case TaskResult.Skipped _ -> batch.iterator().record(host, new Turn.Done(false));
            case TaskResult.Failed failed when failed.ignored() ->
                    batch.iterator().record(host, new Turn.Done(true));
            case TaskResult.Failed _ -> {
                failedNow.add(host);
                batch.iterator().record(host, new Turn.Failed());
                sharers.stream()
                        .filter(other -> !other.equals(host))
                        .forEach(batch.iterator()::fail);
            }
            case TaskResult.Unreachable lost when lost.ignored() ->
                    batch.iterator().record(host, new Turn.Done(true));
            case TaskResult.Unreachable _ -> {
                failedNow.add(host);
                batch.iterator().record(host, new Turn.Unreachable());
            }
        }
    }

    /**
     * All hosts of a round are done: includes are loaded, and failures that are fatal reach the
     * others.
     */
    void roundEnded(Outline outline) {
        effects.enrol();
        inclusion.spliced().forEach(broken -> unreadable(broken, outline));
        if (outline.fatal() && !failedNow.isEmpty()) {
            batch.iterator().hostsLeft().stream()
                    .filter(host -> !failedNow.contains(host))
                    .forEach(batch.iterator()::fail);
        }
        if (!failedNow.isEmpty() && batch.tooManyFailed()) {
            batch.limits().broken().set(true);
            batch.iterator().hostsLeft().forEach(batch.iterator()::fail);
            callback.noHostsRemaining();
            callback.noHostsRemaining();
        }
        failedNow.clear();
        batch.state().hostsLeft(batch.iterator().hostsInPlay());
    }

    private void unreadable(Inclusion.Broken broken, Outline outline) {
        var told = new LinkedHashMap<String, @Nullable Object>();
        if (broken.effect() instanceof Effect.IncludeTasks tasks) {
            told.put("include", tasks.file());
        }
        told.put("reason", broken.problem().diagnostics().getFirst().message());
        failed(broken.outcome(), outline, told, broken.problem());
    }

    /** A host has no part in a step that another does for it. */
    void passOver(Step step) {
        if (batch.iterator().current(step.host()).filter(step::equals).isPresent()) {
            batch.iterator().record(step.host(), new Turn.Done(false));
        }
    }
}
