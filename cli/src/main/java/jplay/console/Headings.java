package jplay.console;

import java.util.Optional;
import jplay.callback.Callback.TaskHeading;
import jplay.playbook.Playbook;
import jplay.playbook.Task;

/** The lines with stars: what begins below them. */
final class Headings {
    private static final String CHECK = " [CHECK MODE]";

    private final Screen screen;
    private final HumanOptions options;
    private Optional<TaskHeading> pending = Optional.empty();

    Headings(Screen screen, HumanOptions options) {
        this.screen = screen;
        this.options = options;
    }

    void playbook(Playbook playbook) {
        if (options.verbosity() >= 2) {
            banner("PLAYBOOK: " + playbook.file().getFileName());
            screen.line(playbook.plays().size() + " plays in " + playbook.file());
        }
        dry();
    }

    /** Says that nothing is changed, before and after all else. */
    void dry() {
        if (options.checkMarkers() && options.check()) {
            banner("DRY RUN");
        }
    }

    void play(String name) {
        banner((name.isBlank() ? "PLAY" : "PLAY [" + name.strip() + "]") + mode(options.check()));
    }

    /**
     * A task begins. Its heading is held back until there is something to show below it, when some
     * results are not shown.
     */
    void task(TaskHeading heading) {
        pending = Optional.of(heading);
        if (options.showSkipped() && options.showOk()) {
            show();
        }
    }

    /** Shows the heading that was held back, if any. */
    void show() {
        pending.ifPresent(heading -> {
            var kind = heading.handler() ? "RUNNING HANDLER [" : "TASK [";
            banner(kind + heading.name() + "]" + mode(heading.checkMode()));
            if (options.verbosity() >= 2) {
                path(heading.task());
            }
        });
        pending = Optional.empty();
    }

    /** A line for who wants to know more. */
    void detail(int verbosity, String text) {
        if (options.verbosity() >= verbosity) {
            show();
            screen.line(text, Screen.Colour.BLUE);
        }
    }

    /** Where a task stands. */
    void path(Task task) {
        var place = ErrorBlock.whole(task.location());
        screen.line("task path: " + place.source() + ":" + place.line());
    }

    private String mode(boolean check) {
        return check && options.checkMarkers() ? CHECK : "";
    }

    /** A line filled up with stars. */
    void banner(String text) {
        var length = text.codePointCount(0, text.length());
        screen.line("");
        screen.line(text + " " + "*".repeat(Math.max(3, screen.width() - 1 - length)));
    }
}
