package jplay.task;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import jplay.module.ArgsSpec;
import jplay.module.Module;
import jplay.module.Plan;
import jplay.module.Result;
import jplay.module.TaskFailure;
import jplay.playbook.Task;
import jplay.task.job.JobStatus;
import jplay.task.keyword.ActingScope;
import jplay.task.keyword.Arguments;
import jplay.task.keyword.Keywords;
import jplay.task.keyword.TaskFiles;
import jplay.task.keyword.TaskProblem;
import jplay.template.TemplateException;
import jplay.value.TemplateString;
import org.jspecify.annotations.Nullable;

/**
 * What a task does once it is clear that it is to be done: an action here, or a module's plan on
 * its host.
 */
final class Work {
    private final TaskRun run;
    private final Task task;
    private final ActingScope scope;
    private final ActionContext.Item item;
    private List<Effect> effects = List.of();
    private boolean skipped;
    private boolean acted;

    Work(TaskRun run, ActingScope scope, ActionContext.Item item) {
        this.run = run;
        this.task = run.step().task();
        this.scope = scope;
        this.item = item;
    }

    List<Effect> effects() {
        return effects;
    }

    boolean skipped() {
        return skipped;
    }

    /** Whether it was an action of the engine. */
    boolean acted() {
        return acted;
    }

    String factsHost() {
        var keywords = run.keywords(scope);
        var theirs =
                keywords.rendered("delegate_facts", task.control().delegateFacts())
                        .or(() -> keywords.value("delegate_facts"))
                        .map(value -> Keywords.truth("delegate_facts", value))
                        .orElse(false);
        return theirs ? scope.delegate().orElse(run.step().host()) : run.step().host();
    }

    /** Does it and waits. */
    Result run() {
        var name = name();
        return inAction(() -> {
            var limit = limit();
            var action = run.services().actions().find(name);
            if (action.isPresent()) {
                return act(action.get(), name, limit.isPresent());
            }
            if (limit.isPresent()) {
                return inBackground(name, limit.get());
            }
            var reached = reached();
            return reached.run(planned(name, reached), mode());
        });
    }

    /** Does it, without waiting when it can be sent ahead. */
    Supplier<Result> send() {
        var name = name();
        try {
            if (limit().isPresent()) {
                var done = run();
                return () -> done;
            }
            return inAction(() -> {
                var reached = reached();
                return reached.send(planned(name, reached), mode());
            });
        } catch (TaskFailure e) {
            return e::result;
        }
    }

    /** How long a job in the background may run; empty when there is to be none. */
    private Optional<Duration> limit() {
        return run.keywords(scope)
                .number("async", task.control().async())
                .filter(seconds -> seconds > 0)
                .map(Work::seconds);
    }

    private static Duration seconds(double seconds) {
        return Duration.ofMillis(Math.round(seconds * 1000));
    }

    private Result inBackground(String name, Duration limit) {
        var target = scope.target().within(limit);
        var reached = run.reach(target);
        var keywords = run.keywords(scope);
        var poll =
                keywords.number("poll", task.control().poll())
                        .or(() ->
                                keywords.value("poll")
                                        .map(value -> Double.valueOf(value.toString())))
                        .orElse(15.0);
        var arguments = arguments(name);
        var plan = planned(name, reached, arguments);
        var work = new AsyncWork.Work(plan, reached.jobs(mode()), name, arguments);
        return new AsyncWork(run, this::status, limit, seconds(poll))
                .start(work, () -> reached.run(plan, mode()));
    }

    private JobStatus status() {
        var reached = reached();
        return new JobStatus(
                reached.jobs(mode()),
                reached.remote(),
                run.services().modules(),
                new TaskFiles(surroundings(), Map.of()));
    }

    /** Does something; a problem then is one of a task that was about to act. */
    static <T> T inAction(Supplier<T> work) {
        try {
            return work.get();
        } catch (TaskProblem e) {
            throw e.inAction();
        } catch (TemplateException e) {
            throw TaskProblem.of(e).inAction();
        }
    }

    private String name() {
        var written = TemplateString.of(task.action(), task.location());
        var name = String.valueOf(run.templar().render(written, scope));
        var known =
                run.services().actions().find(name).isPresent()
                        || run.services().modules().find(name).isPresent();
        if (!known) {
            throw TaskProblem.of("couldn't resolve module/action '" + name + "'.");
        }
        return name;
    }

    private Result act(ActionCatalog.Kind<?> kind, String name, boolean background) {
        if (background) {
            throw TaskProblem.refusal("This action (" + name + ") does not support async.");
        }
        var arguments = new Arguments(task, run.templar(), scope).rendered(name, kind.raw());
        var files = new TaskFiles(surroundings(), arguments);
        var context =
                new ActionContext(
                        run.step(),
                        scope,
                        run.templar(),
                        arguments,
                        item,
                        files,
                        run.services().controller(),
                        acting(),
                        run.check(scope));
        Action action = kind.arguments().bind(arguments, files);
        acted = !action.isLikeModule();
        var done = action.act(context);
        effects = done.effects();
        skipped = done.skipped();
        return done.result();
    }

    private ActingHost acting() {
        return new ActingHost(
                this::reached,
                () -> run.services().reach().reset(scope.target().host()),
                mode(),
                this::status);
    }

    private Reach.Reached reached() {
        return run.reach(scope.target());
    }

    private Plan planned(String name, Reach.Reached reached) {
        return planned(name, reached, arguments(name));
    }

    private Map<String, @Nullable Object> arguments(String name) {
        return new Arguments(task, run.templar(), scope).rendered(name, Set.of());
    }

    private Plan planned(
            String name, Reach.Reached reached, Map<String, @Nullable Object> arguments) {
        ArgsSpec<?> spec = run.services().modules().find(name).orElseThrow();
        Runnable beforeReading = reached.remote().local() ? run::beforeReading : () -> {};
        var files = new TaskFiles(surroundings(), arguments, beforeReading);
        return ((Module) spec.bind(arguments, files)).plan(reached.remote());
    }

    private TaskFiles.Surroundings surroundings() {
        return new TaskFiles.Surroundings(run.templar(), scope, run.services().controller());
    }

    private Reach.ApplyMode mode() {
        return new Reach.ApplyMode(run.check(scope), run.diff(scope));
    }
}
