package jplay.task;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import jplay.connection.ShellWorker;
import jplay.diagnostic.Diagnostic;
import jplay.module.Result;
import jplay.play.Step;
import jplay.result.TaskResult;
import jplay.task.keyword.ActingScope;
import jplay.task.keyword.Keywords;
import jplay.task.keyword.Overlay;
import jplay.task.keyword.Target;
import jplay.template.Scope;
import jplay.template.Templar;
import org.jspecify.annotations.Nullable;

/** One task on one host while it runs: what its items share. */
final class TaskRun {
    private final TaskServices services;
    private final Step step;
    private final Consumer<TaskEvent> events;
    private final Scope scope;
    private final Optional<String> register;
    private ActingScope acting;
    private final Map<ShellWorker, Integer> roundTripsBefore = new HashMap<>();
    private Runnable beforeReading = () -> {};

    TaskRun(TaskServices services, Step step, Consumer<TaskEvent> events) {
        this.services = services;
        this.step = step;
        this.events = events;
        this.scope = services.scopes().of(step);
        this.register =
                keywords(scope)
                        .rendered("register", step.task().control().register())
                        .map(Object::toString);
        this.acting = acting(scope, Map.of());
    }

    TaskServices services() {
        return services;
    }

    Templar templar() {
        return services.templar();
    }

    Step step() {
        return step;
    }

    Scope scope() {
        return scope;
    }

    Optional<String> register() {
        return register;
    }

    Keywords keywords(Scope seen) {
        return new Keywords(step.task(), services.templar(), seen, services.defaults().keywords());
    }

    /** A host to work on. */
    Reach.Reached reach(Target target) {
        var reached = services.reach().to(target);
        reached.worker()
                .ifPresent(worker -> {
                    roundTripsBefore.computeIfAbsent(worker, ShellWorker::roundTrips);
                    worker.watchUploads(this::sending);
                });
        return reached;
    }

    private void sending(long bytes, long size) {
        events.accept(new TaskEvent.Sending(step, bytes, size));
    }

    /** Tells how often hosts were waited for, now that the task is done. */
    void tellRoundTrips() {
        var count =
                roundTripsBefore.entrySet().stream()
                        .mapToInt(entry -> entry.getKey().roundTrips() - entry.getValue())
                        .sum();
        if (count > 0) {
            events.accept(new TaskEvent.Travelled(step, count));
        }
    }

    /** What a turn of the task sees once it is to run. */
    ActingScope acting(Scope seen, Map<String, @Nullable Object> turn) {
        var scopes = services.scopes();
        acting =
                new ActingScope(
                        keywords(seen),
                        services.defaults(),
                        new ActingScope.Hosts(
                                step.host(),
                                scopes.address(step.host()),
                                other -> Overlay.of(scopes.delegated(step, other), turn)));
        return acting;
    }

    /** The host that acts, as far as it is known, for a task that went wrong. */
    String delegateAsFarAsKnown() {
        return acting.delegateAsFarAsKnown();
    }

    boolean check(Scope seen) {
        return keywords(seen).flag("check_mode", services.defaults().check());
    }

    boolean diff(Scope seen) {
        return keywords(seen).flag("diff", services.defaults().diff());
    }

    boolean ignoresErrors(Scope seen) {
        return keywords(seen).flag("ignore_errors", false);
    }

    boolean ignoresUnreachable() {
        return keywords(scope).flag("ignore_unreachable", false);
    }

    TaskEvent.Showing showing() {
        return new TaskEvent.Showing(keywords(scope).flag("no_log", false), diff(scope));
    }

    /** What is to happen before the task reads files of the machine that it also changes. */
    void beforeReading(Runnable waiting) {
        beforeReading = waiting;
    }

    void beforeReading() {
        beforeReading.run();
    }

    void itemEnded(ItemResult ended, String label) {
        var shown = showing().hidden() ? "(censored due to no_log)" : label;
        events.accept(
                new TaskEvent.ItemEnded(step, shown, ended.delegate(), showing(), ended.result()));
    }

    void retrying(Optional<String> label, String delegate, Result result, int triesLeft) {
        var failed =
                new TaskResult.Failed(false, Judgement.values(result), result.diffs(), List.of());
        events.accept(new TaskEvent.Retrying(step, label, delegate, showing(), failed, triesLeft));
    }

    void polled(String id, TaskEvent.Job job) {
        events.accept(new TaskEvent.Polled(step, id, job));
    }

    void warn(String text) {
        events.accept(
                new TaskEvent.Warned(step, Diagnostic.warning(step.task().location(), 1, text)));
    }

    /** How it ends on this host. */
    TaskOutcome outcome() {
        var source = step.task().control().loop();
        if (source.isPresent()) {
            return new LoopRun(this, new Loop(source.get(), templar(), scope)).outcome();
        }
        var ended = alone().start(false).get();
        return outcome(ended.result(), ended.effects(), ended.delegate());
    }

    /** The task without a loop. */
    ItemRun alone() {
        return new ItemRun(this, acting(scope, Map.of()), ActionContext.Item.NONE);
    }

    TaskOutcome outcome(TaskResult result, List<Effect> effects, String delegate) {
        var looped =
                step.task().control().loop().isPresent() && result.values().containsKey("results");
        return new TaskOutcome(step, result, effects, delegate, looped, showing(), register);
    }
}
