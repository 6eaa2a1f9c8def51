package jplay.console;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jplay.callback.Callback;
import jplay.console.Screen.Colour;
import jplay.diagnostic.Diagnostic;
import jplay.playbook.Playbook;
import jplay.playbook.Task;
import jplay.result.TaskResult;
import jplay.value.Json;
import org.jspecify.annotations.Nullable;

/** Ansible's outputs {@code minimal} and {@code oneline}: results alone, without headings. */
public final class ShortOutput implements Callback {
    private static final Set<String> RAW =
            Set.of("command", "shell", "raw", "script", "win_command", "win_shell");

    private final Screen screen;
    private final HumanOutput around;
    private final boolean oneLine;
    private final ErrorBlock errors = new ErrorBlock();
    private final Set<String> explained = new java.util.HashSet<>();

    private ShortOutput(Screen screen, HumanOutput around, boolean oneLine) {
        this.screen = screen;
        this.around = around;
        this.oneLine = oneLine;
    }

    /** Results over several lines; warnings as the default output tells them. */
    public static ShortOutput minimal(Screen screen, HumanOutput around) {
        return new ShortOutput(screen, around, false);
    }

    /** Each result on one line. */
    public static ShortOutput oneLine(Screen screen, HumanOutput around) {
        return new ShortOutput(screen, around, true);
    }

    @Override
    public void playbookStarted(Playbook playbook) {
        playbook.warnings().forEach(this::warned);
    }

    @Override
    public void warned(Diagnostic diagnostic) {
        around.warned(diagnostic);
    }

    @Override
    public void taskEnded(HostEvent event) {
        around.warnings(event);
        if (event.diff() && !event.hidden()) {
            around.diffs(event.result());
        }
        var host = event.host();
        switch (event.result()) {
            case TaskResult.Skipped _ -> screen.line(host + " | SKIPPED", Colour.CYAN);
            case TaskResult.Ok ok -> {
                var state = ok.changed() ? "CHANGED" : "SUCCESS";
                tell(event, state, ok.changed() ? Colour.YELLOW : Colour.GREEN);
            }
            case TaskResult.Failed failed -> failed(event, failed);
            case TaskResult.Unreachable _ -> unreachable(event);
        }
    }

    private void unreachable(HostEvent event) {
        var values = event.result().values();
        var said = oneLine ? ": " + values.getOrDefault("msg", "") : " => " + json(event);
        screen.line(event.host() + " | UNREACHABLE!" + said, Colour.BRIGHT_RED);
    }

    private void failed(HostEvent event, TaskResult.Failed failed) {
        if (oneLine) {
            if (failed.values().containsKey("exception")) {
                screen.line(raw(event) ? spoken(event, "FAILED") : trace(), Colour.RED);
            }
            screen.line(event.host() + " | FAILED! => " + json(event), Colour.RED);
            return;
        }
        var text = event.hidden() || event.looped() ? "" : errors.of(failed.causes());
        if (!text.isEmpty() && explained.add(text)) {
            screen.line(text, Colour.RED);
        }
        if (raw(event)) {
            screen.line(spoken(event, "FAILED"), Colour.RED);
        } else {
            screen.line(event.host() + " | FAILED! => " + json(event), Colour.RED);
        }
    }

    private static String trace() {
        return "An exception occurred during task execution. To see the full traceback, use -vvv."
                + " The error was: (traceback unavailable)";
    }

    private void tell(HostEvent event, String state, Colour colour) {
        screen.line(
                raw(event)
                        ? spoken(event, state)
                        : event.host() + " | " + state + " => " + json(event),
                colour);
    }

    private static boolean raw(HostEvent event) {
        var action = event.task().action();
        return RAW.contains(action.substring(action.lastIndexOf('.') + 1))
                && !event.result().values().containsKey("ansible_job_id");
    }

    /** What a command said. */
    private String spoken(HostEvent event, String state) {
        var values =
                event.hidden()
                        ? ResultText.censored(event.result().values())
                        : event.result().values();
        var head = "%s | %s | rc=%s".formatted(event.host(), state, values.getOrDefault("rc", -1L));
        return oneLine ? head + streams(values) : head + " >>\n" + texts(values);
    }

    private static String texts(Map<String, @Nullable Object> values) {
        var text = new StringBuilder();
        for (var name : List.of("stdout", "stderr", "msg")) {
            text.append(Optional.ofNullable(values.get(name)).map(Object::toString).orElse(""));
        }
        return text.toString();
    }

    private static String streams(Map<String, @Nullable Object> values) {
        var errors = flat(values.get("stderr"));
        return " | (stdout) "
                + flat(values.get("stdout"))
                + (errors.isEmpty() ? "" : " (stderr) " + errors);
    }

    private static String flat(@Nullable Object text) {
        return text == null ? "" : text.toString().replace("\n", "\\n").replace("\r", "\\r");
    }

    private String json(HostEvent event) {
        var values = event.result().values();
        var shown =
                event.hidden()
                        ? ResultText.censored(values)
                        : oneLine
                                ? ResultText.whole(values)
                                : ResultText.shown(event.task(), values);
        var text = Json.write(shown, Json.Style.SORTED_INDENTED);
        if (!oneLine) {
            return text;
        }
        return isRead(event.task()) ? text.replace("\n", "") : text.replaceAll("\n *", "");
    }

    private static boolean isRead(Task task) {
        return ResultText.isToBeRead(task);
    }
}
