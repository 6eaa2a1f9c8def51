package jplay.task;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import jplay.diagnostic.Diagnostic;
import jplay.module.Result;
import jplay.play.Step;
import jplay.result.TaskResult;
import jplay.task.keyword.Keywords;
import jplay.template.Scope;
import jplay.template.Templar;

/** One task on one host while it runs: what its items share. */
final class TaskRun {
    private final TaskServices services;
    private final Step step;
    private final Consumer<TaskEvent> events;
    private final Scope scope;
    private final Optional<String> register;
    private boolean readsHere;

    TaskRun(TaskServices services, Step step, Consumer<TaskEvent> events) {
        this.services = services;
        this.step = step;
        this.events = events;
        this.scope = services.scopes().of(step);
        this.register =
                keywords(scope)
                        .rendered("register", step.task().control().register())
                        .map(Object::toString);
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

    /**
     * Takes down that the task reads files of the machine it also changes, so that its items must
     * take turns.
     */
    void readsHere() {
        readsHere = true;
    }

    boolean takesTurns() {
        return readsHere;
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
        var ended = new ItemRun(this, scope, ActionContext.Item.NONE).start(false).get();
        return outcome(ended.result(), ended.effects(), ended.delegate(), ended.factsHost());
    }

    TaskOutcome outcome(
            TaskResult result, List<Effect> effects, String delegate, String factsHost) {
        var looped =
                step.task().control().loop().isPresent() && result.values().containsKey("results");
        return new TaskOutcome(
                step, result, effects, delegate, factsHost, looped, showing(), register);
    }
}
