package jplay.console;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import jplay.callback.Callback;
import jplay.console.Screen.Colour;
import jplay.diagnostic.Diagnostic;
import jplay.module.Diff;
import jplay.playbook.Play;
import jplay.playbook.Playbook;
import jplay.playbook.Task;
import jplay.result.CustomStats;
import jplay.result.Recap;
import jplay.result.TaskResult;

/** Ansible's default output, line for line. */
public final class HumanOutput implements Callback {
    private final Screen screen;
    private final HumanOptions options;
    private final Headings headings;
    private final ResultText values;
    private final ErrorBlock errors = new ErrorBlock();
    private final Warnings warnings;
    private final Set<String> explained = new HashSet<>();

    public HumanOutput(Screen screen, HumanOptions options) {
        this.screen = screen;
        this.options = options;
        this.values = new ResultText(options.verbosity(), options.format());
        this.headings = new Headings(screen, options);
        this.warnings = new Warnings(screen, options.deprecations());
    }

    @Override
    public void playbookStarted(Playbook playbook) {
        playbook.warnings().forEach(this::warned);
        headings.playbook(playbook);
    }

    @Override
    public void playStarted(Play play, String name) {
        headings.play(name);
    }

    @Override
    public void noHostsMatched() {
        screen.line("skipping: no hosts matched", Colour.CYAN);
    }

    @Override
    public void noHostsRemaining() {
        headings.banner("NO MORE HOSTS LEFT");
    }

    @Override
    public void taskStarted(TaskHeading heading) {
        headings.task(heading);
    }

    @Override
    public void hostStarted(TaskHeading heading, String host) {
        if (options.perHostStart()) {
            headings.show();
            screen.line(" [started TASK: " + heading.name() + " on " + host + "]", Colour.GREEN);
        }
    }

    @Override
    public void itemEnded(HostEvent event) {
        var item = event.hidden() ? "(censored due to no_log)" : event.item().orElse("");
        show(event, who(event) + " => (item=" + item + ")", " (item=" + item + ")");
    }

    @Override
    public void taskEnded(HostEvent event) {
        if (event.diff() && !event.hidden()) {
            diffs(event.result());
        }
        if (event.looped() && !(event.result() instanceof TaskResult.Skipped)) {
            ignoring(event.result());
            return;
        }
        show(event, who(event), "");
    }

    /** Shows what was or would be changed. */
    void diffs(TaskResult result) {
        var diffs =
                switch (result) {
                    case TaskResult.Ok ok -> ok.diffs();
                    case TaskResult.Failed failed -> failed.diffs();
                    case TaskResult.Skipped _, TaskResult.Unreachable _ -> List.<Diff>of();
                };
        for (var diff : diffs) {
            headings.show();
            UnifiedDiff.of(diff).forEach(this::diffLine);
            screen.line("");
        }
    }

    private void diffLine(String line) {
        screen.line(
                line,
                line.startsWith("+")
                        ? Colour.GREEN
                        : line.startsWith("-") ? Colour.RED : colourOfHunk(line));
    }

    private static Colour colourOfHunk(String line) {
        return line.startsWith("@@") ? Colour.CYAN : Colour.NONE;
    }

    private void show(HostEvent event, String who, String item) {
        warnings(event);
        switch (event.result()) {
            case TaskResult.Ok ok -> showOk(event, ok, who);
            case TaskResult.Skipped skipped ->
                    showSkipped(event.task(), skipped, who, !item.isEmpty());
            case TaskResult.Failed failed -> showFailed(event, failed, item);
            case TaskResult.Unreachable unreachable -> showUnreachable(event, unreachable, item);
        }
    }

    private void showOk(HostEvent event, TaskResult.Ok ok, String who) {
        if (!ok.changed() && !options.showOk()) {
            return;
        }
        headings.show();
        var told =
                values.shown(event.task())
                        ? " => " + values.of(event.task(), ok.values(), event.hidden())
                        : "";
        screen.line(
                (ok.changed() ? "changed: " : "ok: ") + who + told,
                ok.changed() ? Colour.YELLOW : Colour.GREEN);
    }

    private void showSkipped(Task task, TaskResult.Skipped skipped, String who, boolean item) {
        if (!options.showSkipped()) {
            return;
        }
        headings.show();
        var told = options.verbosity() > 0 ? " => " + values.ofSkipped(task, skipped.values()) : "";
        screen.line("skipping: " + who + (item ? " " : "") + told, Colour.CYAN);
    }

    private void showFailed(HostEvent event, TaskResult.Failed failed, String item) {
        headings.show();
        if (!event.hidden()) {
            explain(failed.causes());
        }
        if (options.taskPath() && options.verbosity() < 2) {
            headings.path(event.task());
        }
        var told = values.of(event.task(), failed.values(), event.hidden());
        var line =
                item.isEmpty()
                        ? "fatal: " + who(event) + ": FAILED! => "
                        : "failed: " + who(event) + item + " => ";
        wrong(line + told, Colour.RED);
        if (item.isEmpty()) {
            ignoring(failed);
        }
    }

    /** The same explanation is given once. */
    private void explain(List<Diagnostic> causes) {
        var text = errors.of(causes);
        if (explained.add(text)) {
            wrong(text, Colour.RED);
        }
    }

    private void wrong(String text, Colour colour) {
        if (options.failedToErrors()) {
            screen.errorLine(text, colour);
        } else {
            screen.line(text, colour);
        }
    }

    private void showUnreachable(HostEvent event, TaskResult.Unreachable unreachable, String item) {
        headings.show();
        var message = String.valueOf(unreachable.values().get("msg"));
        explain(List.of(Diagnostic.error(event.task().location(), 1, message)));
        var told = values.of(event.task(), unreachable.values(), event.hidden());
        wrong("fatal: " + who(event) + item + ": UNREACHABLE! => " + told, Colour.BRIGHT_RED);
        if (item.isEmpty()) {
            ignoring(unreachable);
        }
    }

    private void ignoring(TaskResult result) {
        var ignored =
                switch (result) {
                    case TaskResult.Failed failed -> failed.ignored();
                    case TaskResult.Unreachable unreachable -> unreachable.ignored();
                    case TaskResult.Ok _, TaskResult.Skipped _ -> false;
                };
        if (ignored) {
            screen.line("...ignoring", Colour.CYAN);
        }
    }

    private static String who(HostEvent event) {
        return event.delegate().isEmpty()
                ? "[" + event.host() + "]"
                : "[" + event.host() + " -> " + event.delegate() + "]";
    }

    @Override
    public void retrying(HostEvent event, int triesLeft) {
        headings.show();
        var told =
                options.verbosity() >= 3
                        ? " Result was: "
                                + values.of(event.task(), event.result().values(), event.hidden())
                        : "";
        var text =
                "FAILED - RETRYING: %s: %s (%d retries left)."
                        .formatted(who(event), event.taskName(), triesLeft);
        screen.line(text + told, Colour.BLUE);
    }

    @Override
    public void jobSeen(String host, String id, JobProgress progress) {
        headings.show();
        var told =
                switch (progress) {
                    case RUNNING -> "ASYNC POLL on %s: jid=%s started=True finished=False";
                    case OK -> "ASYNC OK on %s: jid=%s";
                    case FAILED -> "ASYNC FAILED on %s: jid=%s";
                };
        screen.line(told.formatted(host, id));
    }

    @Override
    public void travelled(String host, int roundTrips) {
        headings.detail(3, "<" + host + "> ROUND TRIPS: " + roundTrips);
    }

    @Override
    public void included(String file, List<String> hosts, String itemLabel) {
        headings.show();
        var item = itemLabel.isEmpty() ? "" : " => (item=" + itemLabel + ")";
        screen.line("included: " + file + " for " + String.join(", ", hosts) + item, Colour.CYAN);
    }

    @Override
    public void notified(String handler, String host) {
        headings.detail(2, "NOTIFIED HANDLER " + handler + " for " + host);
    }

    void warnings(HostEvent event) {
        warnings.of(event.result().values());
    }

    @Override
    public void warned(Diagnostic diagnostic) {
        warnings.tell(diagnostic);
    }

    @Override
    public void playbookEnded(Recap recap) {
        headings.banner("PLAY RECAP");
        RecapText.of(recap, screen).forEach(screen::paintedLine);
        screen.line("");
    }

    @Override
    public void customStats(CustomStats stats) {
        if (options.customStats() && !stats.none()) {
            headings.banner("CUSTOM STATS:");
            CustomStatsText.of(stats, screen);
        }
        headings.dry();
    }
}
