package jplay.modules.commands;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import jplay.module.Plan;
import jplay.module.Report;
import jplay.module.Result;
import jplay.module.Script;
import jplay.module.type.Payload;

/**
 * A command to be run, and what is told of it.
 *
 * @param shown what {@code cmd} returns
 * @param words program and arguments, or code for a shell
 */
record Execution(
        Object shown, boolean shell, List<String> words, Conditions conditions, Input input) {
    private static final Script SCRIPT = Script.beside(Execution.class, "command");
    private static final Pattern SAFE = Pattern.compile("[A-Za-z0-9_@%+=:,./-]+");
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSSSSS");

    /** When and where it is run. */
    record Conditions(Optional<String> creates, Optional<String> removes, Optional<String> chdir) {}

    /** What it is run with. */
    record Input(
            Optional<String> executable,
            boolean expand,
            Optional<String> stdin,
            boolean newline,
            boolean strip) {}

    /** When it began, and how long it took, whatever happened to the clock meanwhile. */
    private record Clock(LocalDateTime started, long nanos) {}

    Plan.Guarded plan() {
        var arguments = new ArrayList<String>();
        arguments.add(conditions.creates().orElse(""));
        arguments.add(conditions.removes().orElse(""));
        arguments.add(conditions.chdir().orElse(""));
        arguments.add(shell ? "shell" : "exec");
        arguments.add(input.executable().orElse(""));
        arguments.add(input.expand() ? "1" : "0");
        arguments.add(input.stdin().isPresent() ? "1" : "0");
        arguments.addAll(words);
        var started = LocalDateTime.now(ZoneId.systemDefault());
        var since = System.nanoTime();
        var plan =
                Plan.guarded(
                        SCRIPT,
                        arguments,
                        report -> read(report, new Clock(started, System.nanoTime() - since)));
        return input.stdin()
                .map(text ->
                        plan.with(
                                Payload.of(
                                        (text + (input.newline() ? "\n" : ""))
                                                .getBytes(StandardCharsets.UTF_8))))
                .orElse(plan);
    }

    private Result read(Report report, Clock clock) {
        if (report.has("nowhere")) {
            return untimed(told("", "", 0))
                    .with("rc", null)
                    .message("Unable to change directory before execution.")
                    .with(
                            "exception",
                            "Unable to change directory before execution: "
                                    + report.said("nowhere"))
                    .asFailed();
        }
        if (report.has("skipped")) {
            return notNeeded(report.said("skipped"), report.has("checked"));
        }
        if (!report.applied()) {
            return predicted();
        }
        if (report.has("error")) {
            return told("", "", report.status())
                    .with("cmd", shell ? started() : report.said("started"))
                    .message("Error executing command.")
                    .with("exception", "Error executing command: " + report.said("error"))
                    .with("changed", false)
                    .asFailed();
        }
        return ran(report, clock);
    }

    /**
     * What is told in check mode; without a condition nobody knows whether it would change
     * anything.
     */
    private Result predicted() {
        var result =
                untimed(told("", "", 0)).message("Command would have run if not in check mode");
        var conditional = conditions.creates().isPresent() || conditions.removes().isPresent();
        return conditional ? result : result.with("skipped", true).with("changed", false);
    }

    private String started() {
        return "%s -c %s".formatted(input.executable().orElse("/bin/sh"), quoted(words.getFirst()));
    }

    private static String quoted(String word) {
        return SAFE.matcher(word).matches() ? word : "'" + word.replace("'", "'\"'\"'") + "'";
    }

    private static Result untimed(Result result) {
        return result.with("start", null).with("end", null).with("delta", null);
    }

    private Result ran(Report report, Clock clock) {
        var result =
                told(stripped(report.outputText()), stripped(report.errorText()), report.status())
                        .with("start", clock.started().format(TIME))
                        .with("end", clock.started().plusNanos(clock.nanos()).format(TIME))
                        .with("delta", text(Duration.ofNanos(clock.nanos())));
        return report.status() == 0
                ? result.message("")
                : result.message("non-zero return code").asFailed();
    }

    private Result notNeeded(String condition, boolean checked) {
        var creates = condition.equals("creates");
        var path = creates ? conditions.creates().orElse("") : conditions.removes().orElse("");
        var state = creates ? "exists" : "does not exist";
        var verb = checked ? "Would not" : "Did not";
        return untimed(told("skipped, since " + path + " " + state, "", 0))
                .message("%s run command since '%s' %s".formatted(verb, path, state));
    }

    private Result told(String output, String errors, int status) {
        return Result.of()
                .with("cmd", shown)
                .with("rc", (long) status)
                .with("stdout", output)
                .with("stderr", errors);
    }

    private String stripped(String text) {
        return input.strip() ? text.replaceAll("[\r\n]+$", "") : text;
    }

    private static String text(Duration duration) {
        return "%d:%02d:%02d.%06d"
                .formatted(
                        duration.toHours(),
                        duration.toMinutesPart(),
                        duration.toSecondsPart(),
                        duration.toNanosPart() / 1000);
    }
}
