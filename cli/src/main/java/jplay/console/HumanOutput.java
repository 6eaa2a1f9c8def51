package jplay.console;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jplay.callback.Callback;
import jplay.console.Screen.Colour;
import jplay.diagnostic.Diagnostic;
import jplay.playbook.Play;
import jplay.playbook.Playbook;
import jplay.result.Recap;
import jplay.result.TaskResult;

/** Ansible's default output, line for line. */
public final class HumanOutput implements Callback {
    private final Screen screen;
    private final Options options;
    private final ResultText values;
    private final ErrorBlock errors = new ErrorBlock();
    private final DiagnosticText diagnostics = new DiagnosticText();
    private final Set<String> warned = new HashSet<>();
    private Optional<TaskHeading> pending = Optional.empty();

    /** What the user wants to see. */
    public record Options(
            int verbosity, boolean showSkipped, boolean showOk, boolean deprecations) {}

    public HumanOutput(Screen screen, Options options) {
        this.screen = screen;
        this.options = options;
        this.values = new ResultText(options.verbosity());
    }

    @Override
    public void playbookStarted(Playbook playbook) {
        playbook.warnings().forEach(this::warned);
        if (options.verbosity() >= 2) {
            banner("PLAYBOOK: " + playbook.file().getFileName());
            screen.line(playbook.plays().size() + " plays in " + playbook.file());
        }
    }

    @Override
    public void playStarted(Play play, String name) {
        banner(name.isBlank() ? "PLAY" : "PLAY [" + name.strip() + "]");
    }

    @Override
    public void noHostsMatched() {
        screen.line("skipping: no hosts matched", Colour.CYAN);
    }

    @Override
    public void noHostsRemaining() {
        banner("NO MORE HOSTS LEFT");
    }

    @Override
    public void taskStarted(TaskHeading heading) {
        pending = Optional.of(heading);
        if (options.showSkipped() && options.showOk()) {
            showHeading();
        }
    }

    /**
     * The heading is held back until there is something to show below it, when some results are not
     * shown.
     */
    private void showHeading() {
        pending.ifPresent(heading -> {
            banner((heading.handler() ? "RUNNING HANDLER [" : "TASK [") + heading.name() + "]");
            if (options.verbosity() >= 2) {
                var place = ErrorBlock.whole(heading.task().location());
                screen.line("task path: " + place.source() + ":" + place.line());
            }
        });
        pending = Optional.empty();
    }

    @Override
    public void itemEnded(HostEvent event) {
        var item = event.hidden() ? "(censored due to no_log)" : event.item().orElse("");
        show(event, who(event) + " => (item=" + item + ")", " (item=" + item + ")");
    }

    @Override
    public void taskEnded(HostEvent event) {
        if (event.diff() && !event.hidden()) {
            diffs(event.result())
                    .forEach(diff -> {
                        showHeading();
                        UnifiedDiff.of(diff).forEach(this::diffLine);
                        screen.line("");
                    });
        }
        if (event.looped() && !(event.result() instanceof TaskResult.Skipped)) {
            ignoring(event.result());
            return;
        }
        show(event, who(event), "");
    }

    private static List<jplay.module.Diff> diffs(TaskResult result) {
        return switch (result) {
            case TaskResult.Ok ok -> ok.diffs();
            case TaskResult.Failed failed -> failed.diffs();
            case TaskResult.Skipped _, TaskResult.Unreachable _ -> List.of();
        };
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
            case TaskResult.Skipped skipped -> showSkipped(skipped, who, !item.isEmpty());
            case TaskResult.Failed failed -> showFailed(event, failed, item);
            case TaskResult.Unreachable unreachable -> showUnreachable(event, unreachable, item);
        }
    }

    private void showOk(HostEvent event, TaskResult.Ok ok, String who) {
        if (!ok.changed() && !options.showOk()) {
            return;
        }
        showHeading();
        var told =
                values.shown(event.task())
                        ? " => " + values.of(event.task(), ok.values(), event.hidden())
                        : "";
        screen.line(
                (ok.changed() ? "changed: " : "ok: ") + who + told,
                ok.changed() ? Colour.YELLOW : Colour.GREEN);
    }

    private void showSkipped(TaskResult.Skipped skipped, String who, boolean item) {
        if (!options.showSkipped()) {
            return;
        }
        showHeading();
        var told = options.verbosity() > 0 ? " => " + values.ofSkipped(skipped.values()) : "";
        screen.line("skipping: " + who + (item ? " " : "") + told, Colour.CYAN);
    }

    private void showFailed(HostEvent event, TaskResult.Failed failed, String item) {
        showHeading();
        if (!event.hidden()) {
            screen.line(errors.of(failed.causes()), Colour.RED);
        }
        var told = values.of(event.task(), failed.values(), event.hidden());
        var line =
                item.isEmpty()
                        ? "fatal: " + who(event) + ": FAILED! => "
                        : "failed: " + who(event) + item + " => ";
        screen.line(line + told, Colour.RED);
        if (item.isEmpty()) {
            ignoring(failed);
        }
    }

    private void showUnreachable(HostEvent event, TaskResult.Unreachable unreachable, String item) {
        showHeading();
        var message = String.valueOf(unreachable.values().get("msg"));
        screen.line(
                errors.of(List.of(Diagnostic.error(event.task().location(), 1, message))),
                Colour.RED);
        var told = values.of(event.task(), unreachable.values(), event.hidden());
        screen.line("fatal: " + who(event) + item + ": UNREACHABLE! => " + told, Colour.BRIGHT_RED);
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
        showHeading();
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
        showHeading();
        var told =
                switch (progress) {
                    case RUNNING -> "ASYNC POLL on %s: jid=%s started=True finished=False";
                    case OK -> "ASYNC OK on %s: jid=%s";
                    case FAILED -> "ASYNC FAILED on %s: jid=%s";
                };
        screen.line(told.formatted(host, id));
    }

    @Override
    public void included(String file, List<String> hosts, String itemLabel) {
        showHeading();
        var item = itemLabel.isEmpty() ? "" : " => (item=" + itemLabel + ")";
        screen.line("included: " + file + " for " + String.join(", ", hosts) + item, Colour.CYAN);
    }

    @Override
    public void notified(String handler, String host) {
        if (options.verbosity() >= 2) {
            screen.line("NOTIFIED HANDLER " + handler + " for " + host);
        }
    }

    private void warnings(HostEvent event) {
        if (event.result().values().get("warnings") instanceof List<?> list) {
            list.forEach(text -> tellOnce("[WARNING]: " + text, Colour.BRIGHT_PURPLE));
        }
    }

    @Override
    public void warned(Diagnostic diagnostic) {
        var deprecated = diagnostic.severity() == Diagnostic.Severity.DEPRECATION;
        if (deprecated && !options.deprecations()) {
            return;
        }
        var lines = diagnostics.lines(diagnostic);
        var place =
                lines.size() > 1 ? "\n" + String.join("\n", lines.subList(1, lines.size())) : "";
        var at = diagnostic.location().line() > 0 ? diagnostic.location() + ": " : "";
        tellOnce(
                (deprecated ? "[DEPRECATION WARNING]: " : "[WARNING]: ")
                        + at
                        + diagnostic.message()
                        + place,
                deprecated ? Colour.PURPLE : Colour.BRIGHT_PURPLE);
    }

    private void tellOnce(String text, Colour colour) {
        if (warned.add(text)) {
            screen.errorLine(text, colour);
        }
    }

    @Override
    public void playbookEnded(Recap recap) {
        banner("PLAY RECAP");
        RecapText.of(recap, screen).forEach(screen.out()::println);
        screen.line("");
    }

    private void banner(String text) {
        screen.line("");
        screen.line(
                text
                        + " "
                        + "*"
                                .repeat(
                                        Math.max(
                                                3,
                                                screen.width()
                                                        - 1
                                                        - text.codePointCount(0, text.length()))));
    }
}
