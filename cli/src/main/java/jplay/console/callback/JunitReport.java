package jplay.console.callback;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import jplay.callback.Callback;
import jplay.console.Results;
import jplay.console.Screen;
import jplay.console.Screen.Colour;
import jplay.playbook.Play;
import jplay.playbook.Playbook;
import jplay.playbook.Task;
import jplay.result.Recap;
import jplay.result.TaskResult;
import jplay.template.python.Text;
import jplay.value.TemplateString;
import org.jspecify.annotations.Nullable;

/** Ansible's callback {@code junit}: every task on every host as a test case of a JUnit report. */
final class JunitReport implements Callback {
    private final JunitOptions options;
    private final Screen screen;
    private final List<JunitXml.Case> cases = new ArrayList<>();
    private final Map<String, Stopwatch> running = new HashMap<>();
    private String playbook = "playbook";
    private String play = "";

    JunitReport(JunitOptions options, Screen screen) {
        this.options = options;
        this.screen = screen;
    }

    @Override
    public void playbookStarted(Playbook begun) {
        var name = String.valueOf(begun.file().getFileName());
        var dot = name.lastIndexOf('.');
        playbook = dot > 0 ? name.substring(0, dot) : name;
    }

    @Override
    public void playStarted(Play begun, String name) {
        play = name.isBlank() ? String.valueOf(begun.hosts()) : name;
    }

    @Override
    public void hostStarted(TaskHeading heading, String host) {
        running.put(host, new Stopwatch());
    }

    @Override
    public void taskEnded(HostEvent event) {
        var watch = running.getOrDefault(event.host(), new Stopwatch());
        var place = Results.place(event.task());
        var shown = options.relativeTo().map(base -> relative(base, place)).orElse(place);
        var type = options.taskClass() ? shown.replaceAll("\\.ya?ml:[0-9]+$", "") : shown;
        cases.add(new JunitXml.Case(name(event), type, watch.seconds(), verdict(event)));
    }

    private static String relative(Path base, String place) {
        var path = Path.of(place);
        return path.startsWith(base) ? base.relativize(path).toString() : place;
    }

    private String name(HostEvent event) {
        var arguments = options.hideArguments() || event.hidden() ? "" : arguments(event.task());
        return options.prefix()
                + "["
                + event.host()
                + "] "
                + play
                + ": "
                + event.taskName()
                + (arguments.isEmpty() ? "" : " " + arguments);
    }

    private static String arguments(Task task) {
        return task.arguments().entrySet().stream()
                .map(entry -> entry.getKey() + "=" + written(entry.getValue()))
                .collect(Collectors.joining(", "));
    }

    private static String written(@Nullable Object value) {
        return value instanceof TemplateString template ? template.text() : Text.of(value);
    }

    private JunitXml.Verdict verdict(HostEvent event) {
        var output = Results.severalLines(event);
        return switch (event.result()) {
            case TaskResult.Skipped skipped ->
                    new JunitXml.Skipped(
                            String.valueOf(
                                    skipped.values().getOrDefault("skip_reason", "skipped")));
            case TaskResult.Failed failed when failed.ignored() && !options.failOnIgnore() ->
                    new JunitXml.Passed(output);
            case TaskResult.Failed failed ->
                    failed.values().containsKey("exception")
                            ? new JunitXml.Broken(message(failed), exception(failed), output)
                            : new JunitXml.Failed(message(failed), output);
            case TaskResult.Unreachable lost -> new JunitXml.Failed(message(lost), output);
            case TaskResult.Ok ok when ok.changed() && options.failOnChange() ->
                    new JunitXml.Failed("the task changed something", output);
            case TaskResult.Ok _ -> new JunitXml.Passed(output);
        };
    }

    private static String message(TaskResult result) {
        if (result instanceof TaskResult.Failed failed && !failed.causes().isEmpty()) {
            return failed.causes().getFirst().message();
        }
        return String.valueOf(result.values().getOrDefault("msg", "failed"));
    }

    private static String exception(TaskResult result) {
        return String.valueOf(result.values().get("exception"));
    }

    @Override
    public void playbookEnded(Recap recap) {
        var seconds = System.currentTimeMillis() / 1000.0;
        var file = options.folder().resolve("%s-%.6f.xml".formatted(playbook, seconds));
        try {
            Files.createDirectories(options.folder());
            Files.writeString(file, new JunitXml(playbook, cases).text());
        } catch (IOException e) {
            screen.errorLine(
                    "[WARNING]: Unable to write " + file + ": " + e.getMessage(),
                    Colour.BRIGHT_PURPLE);
        }
    }

    /** What the environment says about reports. */
    record JunitOptions(
            Path folder,
            boolean taskClass,
            Optional<Path> relativeTo,
            boolean failOnChange,
            boolean failOnIgnore,
            boolean hideArguments,
            String prefix) {
        static JunitOptions of(Map<String, String> environment, Path home) {
            var folder = environment.get("JUNIT_OUTPUT_DIR");
            var relative = environment.getOrDefault("JUNIT_TASK_RELATIVE_PATH", "");
            return new JunitOptions(
                    folder == null ? home.resolve(".ansible.log") : Path.of(folder),
                    is(environment, "JUNIT_TASK_CLASS"),
                    relative.isEmpty()
                            ? Optional.empty()
                            : Optional.of(Path.of(relative).toAbsolutePath().normalize()),
                    is(environment, "JUNIT_FAIL_ON_CHANGE"),
                    is(environment, "JUNIT_FAIL_ON_IGNORE"),
                    is(environment, "JUNIT_HIDE_TASK_ARGUMENTS"),
                    environment.getOrDefault("JUNIT_TEST_CASE_PREFIX", ""));
        }

        private static boolean is(Map<String, String> environment, String name) {
            return environment.getOrDefault(name, "").matches("(?i)true|yes|on|1|y|t");
        }
    }
}
