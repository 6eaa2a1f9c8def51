package jplay.task;

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
import jplay.task.keyword.Arguments;
import jplay.task.keyword.Keywords;
import jplay.task.keyword.TargetSettings;
import jplay.task.keyword.TaskFiles;
import jplay.task.keyword.TaskProblem;
import jplay.template.Scope;
import org.jspecify.annotations.Nullable;

/**
 * What a task does once it is clear that it is to be done: an action here, or a module's plan on
 * its host.
 */
final class Work {
    private final TaskRun run;
    private final Task task;
    private final Scope scope;
    private final ActionContext.Item item;
    private final Optional<String> delegate;
    private List<Effect> effects = List.of();
    private boolean skipped;
    private boolean acted;

    Work(TaskRun run, Scope scope, ActionContext.Item item, Optional<String> delegate) {
        this.run = run;
        this.task = run.step().task();
        this.scope = scope;
        this.item = item;
        this.delegate = delegate;
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

    /**
     * The host that acts as it is shown: with its address where that is another. Empty when it is
     * the task's own.
     */
    String delegate() {
        if (delegate.isEmpty() || delegate.get().equals(run.step().host())) {
            return "";
        }
        var hostScope = run.services().scopes().delegated(run.step(), delegate.get());
        var address = run.templar().render(hostScope.get("ansible_host"), hostScope);
        return address == null || address.equals(delegate.get())
                ? delegate.get()
                : delegate.get() + "(" + address + ")";
    }

    String factsHost() {
        var keywords = run.keywords(scope);
        var theirs =
                keywords.rendered("delegate_facts", task.control().delegateFacts())
                        .or(() -> keywords.value("delegate_facts"))
                        .map(value -> Keywords.truth("delegate_facts", value))
                        .orElse(false);
        return theirs ? delegate.orElse(run.step().host()) : run.step().host();
    }

    /** Does it and waits. */
    Result run() {
        var name = name();
        var action = run.services().actions().find(name);
        if (action.isPresent()) {
            return act(action.get(), name);
        }
        var reached = reached();
        return reached.run(planned(name, reached), mode());
    }

    /** Does it, without waiting when it can be sent ahead. */
    Supplier<Result> send() {
        var name = name();
        if (run.services().actions().find(name).isPresent()) {
            var done = run();
            return () -> done;
        }
        try {
            var reached = reached();
            if (planned(name, reached) instanceof Plan.Guarded guarded) {
                return reached.send(guarded, mode());
            }
            var done = reached.run(planned(name, reached), mode());
            return () -> done;
        } catch (TaskFailure e) {
            return e::result;
        }
    }

    private String name() {
        var written = jplay.value.TemplateString.of(task.action(), task.location());
        return String.valueOf(run.templar().render(written, scope));
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
        var host = delegate.orElse(run.step().host());
        var hostScope =
                delegate.isEmpty() ? scope : run.services().scopes().delegated(run.step(), host);
        var settings =
                new TargetSettings(run.keywords(scope), hostScope, run.services().defaults());
        return run.services().reach().to(settings.target(host));
    }

    private Plan planned(String name, Reach.Reached reached) {
        ArgsSpec<?> spec =
                run.services()
                        .modules()
                        .find(name)
                        .orElseThrow(() ->
                                TaskProblem.of("couldn't resolve module/action '" + name + "'."));
        Map<String, @Nullable Object> arguments =
                new Arguments(task, run.templar(), scope).rendered(name, Set.of());
        var files = new TaskFiles(run.templar(), scope, arguments);
        var module = (Module) spec.bind(arguments, files);
        if (files.used() && reached.remote().local()) {
            run.readsHere();
        }
        return module.plan(reached.remote());
    }

    private Reach.ApplyMode mode() {
        return new Reach.ApplyMode(run.check(scope), run.diff(scope));
    }
}
