package jplay.task;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import jplay.module.ArgsSpec;
import jplay.module.Module;
import jplay.module.Plan;
import jplay.module.Result;
import jplay.module.TaskFailure;
import jplay.playbook.Task;
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
            var action = run.services().actions().find(name);
            if (action.isPresent()) {
                return act(action.get(), name);
            }
            var reached = reached();
            return reached.run(planned(name, reached), mode());
        });
    }

    /** Does it, without waiting when it can be sent ahead. */
    Supplier<Result> send() {
        var name = name();
        try {
            return inAction(() -> {
                var reached = reached();
                var plan = planned(name, reached);
                if (plan instanceof Plan.Guarded guarded) {
                    return reached.send(guarded, mode());
                }
                var done = reached.run(plan, mode());
                return () -> done;
            });
        } catch (TaskFailure e) {
            return e::result;
        }
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

    private Result act(ActionCatalog.Kind<?> kind, String name) {
        acted = true;
        var arguments = new Arguments(task, run.templar(), scope).rendered(name, kind.raw());
        var files = new TaskFiles(run.templar(), scope, arguments);
        var context =
                new ActionContext(
                        run.step(),
                        scope,
                        run.templar(),
                        arguments,
                        item,
                        files,
                        run.services().controller(),
                        run.check(scope));
        var done = kind.arguments().bind(arguments, files).act(context);
        effects = done.effects();
        skipped = done.skipped();
        return done.result();
    }

    private Reach.Reached reached() {
        return run.services().reach().to(scope.target());
    }

    private Plan planned(String name, Reach.Reached reached) {
        ArgsSpec<?> spec = run.services().modules().find(name).orElseThrow();
        Map<String, @Nullable Object> arguments =
                new Arguments(task, run.templar(), scope).rendered(name, Set.of());
        Runnable beforeReading = reached.remote().local() ? run::beforeReading : () -> {};
        var files = new TaskFiles(run.templar(), scope, arguments, beforeReading);
        return ((Module) spec.bind(arguments, files)).plan(reached.remote());
    }

    private Reach.ApplyMode mode() {
        return new Reach.ApplyMode(run.check(scope), run.diff(scope));
    }
}
