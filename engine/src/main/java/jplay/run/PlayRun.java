package jplay.run;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.UnaryOperator;
import jplay.config.Setting;
import jplay.diagnostic.Diagnostic;
import jplay.diagnostic.PlaybookException;
import jplay.play.Batches;
import jplay.play.HandlerQueue;
import jplay.play.PlayIterator;
import jplay.play.Program;
import jplay.play.RoleLedger;
import jplay.play.StartAt;
import jplay.play.Turn;
import jplay.playbook.Play;
import jplay.run.debug.TaskDebugger;
import jplay.run.debug.When;
import jplay.strategy.BatchRun;
import jplay.strategy.BatchSetting;
import jplay.strategy.Strategy;
import jplay.task.TaskExecutor;
import jplay.task.TaskServices;
import jplay.template.Scope;
import jplay.template.TemplateException;
import jplay.value.TemplateString;
import jplay.vars.PlayScope;
import org.jspecify.annotations.Nullable;

/** One play: its hosts, batch by batch. */
final class PlayRun {
    private final RunContext run;
    private final Play play;
    private final Map<String, @Nullable Object> vars;
    private final VarsFiles files;
    private final Scope scope;
    private final AtomicBoolean ended = new AtomicBoolean();

    PlayRun(RunContext run, Play play) {
        this.run = run;
        this.play = play;
        var playVars = new PlayVars(play, run.variables(), run.parts().templar(), run.controller());
        this.files = new VarsFiles(play, run.parts(), run.controller(), run.options().extraVars());
        this.vars = playVars.collect(run.options().extraVars(), files);
        this.scope = run.variables().play(play, vars);
    }

    /** Runs it; false when no play may follow. */
    boolean run() throws InterruptedException {
        var name = name();
        var hosts = hosts();
        if (hosts.isEmpty()) {
            run.callback().playStarted(play, name);
            run.callback().noHostsMatched();
            return true;
        }
        var roles = new RoleLedger();
        var left = run.ledger().left(hosts);
        var seen =
                new PlayVariables(
                        run.variables(),
                        run.parts().inventory(),
                        new PlayScope(
                                play, name, vars, play.roles(), List.of(), left, hosts, files),
                        this::hosts);
        for (var batch : batches(ordered(hosts))) {
            run.callback().playStarted(play, name);
            if (!run(batch, seen, roles)) {
                return false;
            }
            if (ended.get()) {
                return true;
            }
        }
        return true;
    }

    private String name() {
        var written =
                play.name() instanceof String text
                        ? TemplateString.of(text, play.location())
                        : play.name();
        return String.valueOf(rendered(written));
    }

    private @Nullable Object rendered(@Nullable Object written) {
        try {
            return run.parts().templar().render(written, scope);
        } catch (TemplateException e) {
            throw new PlaybookException(List.of(e.diagnostic()));
        }
    }

    private List<String> hosts() {
        var selection =
                new HostSelection(run.parts().inventory(), run.options().limit(), run.callback());
        return selection.select(rendered(play.hosts()));
    }

    private List<String> ordered(List<String> hosts) {
        return HostSelection.ordered(hosts, play, rendered(play.options().order()));
    }

    private List<List<String>> batches(List<String> hosts) {
        try {
            return Batches.of(hosts, rendered(play.options().serial()));
        } catch (NumberFormatException _) {
            throw new PlaybookException(
                    play.location(), "serial: want a number, a percentage, or a list of them");
        }
    }

    /** Runs one batch; false when the run is to stop, because all of its hosts are out. */
    private boolean run(List<String> batch, PlayVariables seen, RoleLedger roles)
            throws InterruptedException {
        var left = run.ledger().left(batch);
        if (left.isEmpty()) {
            return true;
        }
        seen.batch(left, run.ledger().left(seen.allHosts()));
        var choice = new Program.Choice(run.options().tags(), this::rendered, forcesHandlers());
        var start = run.startAt();
        var gathering = gathering();
        var program = Program.of(play, gathering.of(play), choice, start);
        var handlers = new HandlerQueue(play.handlers(), quietly(seen.ofPlay()));
        var iterator = new PlayIterator(program, left, handlers, roles);
        if (gathering.onlyUnknown()) {
            passOverKnown(iterator);
        }
        var broken = new AtomicBoolean();
        var strategy = strategy();
        strategy.run(batchRun(iterator, choice, seen, limits(broken, strategy)));
        start.filter(StartAt::found).ifPresent(_ -> run.started());
        var out = run.ledger().close(iterator);
        return !broken.get() && out < batch.size();
    }

    private FactGathering gathering() {
        var policy = run.parts().settings().text(Setting.GATHERING);
        return new FactGathering(policy, run.parts().templar(), scope);
    }

    private BatchRun batchRun(
            PlayIterator iterator,
            Program.Choice choice,
            PlayVariables seen,
            BatchSetting.Limits limits) {
        var loading = new LiveLoading(run.parts().loader(), seen, run.callback());
        var state =
                new LiveState(
                        seen, run.variables().hostVars(), run.parts().inventory(), run.runWide());
        var setting =
                new BatchSetting(
                        iterator,
                        choice,
                        loading,
                        state,
                        limits,
                        new StepByStep(run.controller(), run.options().step()),
                        debugger(seen));
        return new BatchRun(setting, workshop(seen), run.callback(), run.tally());
    }

    private TaskDebugger debugger(PlayVariables seen) {
        var settings = run.parts().settings();
        var when =
                new When(
                        settings.is(Setting.ENABLE_TASK_DEBUGGER)
                                || strategyName().endsWith("debug"),
                        settings.is(Setting.TASK_DEBUGGER_IGNORE_ERRORS));
        return new TaskDebugger(when, run.parts().templar(), seen, run.controller());
    }

    private BatchSetting.Limits limits(AtomicBoolean broken, Strategy strategy) {
        var percent =
                Optional.ofNullable(rendered(play.options().maxFailPercentage()))
                        .map(Object::toString)
                        .or(() ->
                                Optional.of(
                                        run.parts().settings().text(Setting.MAX_FAIL_PERCENTAGE)))
                        .filter(text -> !text.isEmpty())
                        .map(Double::parseDouble);
        if (percent.isPresent() && !strategy.together()) {
            run.callback()
                    .warned(
                            Diagnostic.warning(
                                    play.location(),
                                    1,
                                    "Using max_fail_percentage with the free strategy is not supported, as tasks are"
                                            + " executed independently on each host"));
        }
        return new BatchSetting.Limits(
                percent.filter(_ -> strategy.together()),
                ended,
                broken,
                run.parts().settings().is(Setting.ERROR_ON_MISSING_HANDLER));
    }

    private void passOverKnown(PlayIterator iterator) {
        for (var host : iterator.hosts()) {
            if (run.variables().hostVars().hasFacts(host)) {
                iterator.current(host)
                        .filter(step -> FactGathering.isSetup(step.task()))
                        .ifPresent(_ -> iterator.record(host, new Turn.Done(false)));
            }
        }
    }

    /** Names of handlers that cannot be rendered without a host stay as they are. */
    private UnaryOperator<@Nullable Object> quietly(Scope playScope) {
        return written -> {
            try {
                return run.parts().templar().render(written, playScope);
            } catch (TemplateException _) {
                return written;
            }
        };
    }

    private boolean forcesHandlers() {
        var written = rendered(play.options().forceHandlers());
        return written == null
                ? run.parts().settings().is(Setting.FORCE_HANDLERS)
                : Boolean.TRUE.equals(written);
    }

    private String strategyName() {
        var written = rendered(play.options().strategy());
        return written == null ? run.parts().settings().text(Setting.STRATEGY) : written.toString();
    }

    private Strategy strategy() {
        var name = strategyName();
        if (!Strategy.exists(name)) {
            throw new PlaybookException(
                    play.location(),
                    "strategy: got '%s', want one of linear, free, host_pinned, debug"
                            .formatted(name));
        }
        return Strategy.named(name, run.options().told().forks());
    }

    private BatchRun.Workshop workshop(PlayVariables seen) {
        var services =
                new TaskServices(
                        run.parts().templar(),
                        run.parts().modules(),
                        run.actions(),
                        seen,
                        run.runWide().reach(),
                        run.controller(),
                        run.defaults());
        return new BatchRun.Workshop(new TaskExecutor(services), run.threads(), run.forks());
    }
}
