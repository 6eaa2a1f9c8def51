package jplay.task.action;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import jplay.module.Arg;
import jplay.module.Constraint;
import jplay.module.Named;
import jplay.module.Result;
import jplay.task.Action;
import jplay.task.ActionContext;
import jplay.task.ActionResult;
import jplay.task.Waiting;

/** Waits for a while, or for an answer of whoever started the run. */
@Named(
        value = "ansible.builtin.pause",
        summary = "Waits for a while, or for an answer of whoever started the run.")
@Constraint(
        value = Constraint.Kind.MUTUALLY_EXCLUSIVE,
        arguments = {"seconds", "minutes"})
public record Pause(
        @Arg("How many seconds.") Optional<Double> seconds,
        @Arg("How many minutes.") Optional<Double> minutes,
        @Arg("What to ask for.") Optional<String> prompt,
        @Arg(value = "Whether what is typed may be seen.", orElse = "true") boolean echo)
        implements Action {
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSSSSS");

    @Override
    public ActionResult act(ActionContext context) {
        var start = LocalDateTime.now(ZoneId.systemDefault());
        var limit =
                seconds.or(() -> minutes.map(value -> value * 60)).map(value -> Math.max(1, value));
        limit.ifPresent(value ->
                context.controller().say("Pausing for %d seconds".formatted(value.intValue())));
        var duration = limit.map(value -> Duration.ofMillis((long) (value * 1000)));
        var answer =
                prompt.isPresent() || limit.isEmpty() ? ask(context, duration) : waited(duration);
        var stop = LocalDateTime.now(ZoneId.systemDefault());
        return ActionResult.of(
                Result.of()
                        .with("rc", 0L)
                        .with("stderr", "")
                        .with("stdout", "Paused for " + length(start, stop))
                        .with("start", STAMP.format(start))
                        .with("stop", STAMP.format(stop))
                        .with("delta", Duration.between(start, stop).toSeconds())
                        .with("echo", echo)
                        .with("user_input", answer.orElse("")));
    }

    private Optional<String> ask(ActionContext context, Optional<Duration> limit) {
        var name = context.step().task().name();
        var text = prompt.orElse("Press enter to continue, Ctrl+C to interrupt");
        var heading =
                name == null
                        ? "[pause]"
                        : "[" + context.templar().render(name, context.scope()) + "]";
        return context.controller().ask(heading + "\n" + text + ":\n", echo, limit);
    }

    private static Optional<String> waited(Optional<Duration> duration) {
        duration.ifPresent(Waiting::sleep);
        return Optional.empty();
    }

    private String length(LocalDateTime start, LocalDateTime stop) {
        var waited = Duration.between(start, stop).toMillis() / 1000.0;
        return minutes.isPresent()
                ? String.format(Locale.ROOT, "%.2f minutes", waited / 60)
                : String.format(Locale.ROOT, "%s seconds", Math.round(waited * 100) / 100.0);
    }
}
