package jplay.run.debug;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import jplay.play.Step;
import jplay.task.TaskOutcome;
import jplay.task.keyword.Overlay;
import jplay.template.Scope;
import jplay.template.TemplateException;
import jplay.template.python.Text;
import jplay.value.TemplateString;
import org.jspecify.annotations.Nullable;

/** One conversation about a task that ended on a host. */
final class Session {
    private static final Pattern COMMAND = Pattern.compile("(\\w+|\\?)(?:\\s+(.*))?");
    private static final Pattern ASSIGNMENT =
            Pattern.compile("(task\\.args|task_vars)\\[(.+?)]\\s*=(?!=)\\s*(.+)");
    private static final String HELP =
            """

            Documented commands (type help <topic>):
            ========================================
            EOF  c  continue  h  help  p  pprint  q  quit  r  redo  u  update_task
            """;

    private final TaskDebugger debugger;
    private final TaskOutcome outcome;
    private final String name;
    private Step step;
    private String latest = "";

    Session(TaskDebugger debugger, TaskOutcome outcome, String name) {
        this.debugger = debugger;
        this.outcome = outcome;
        this.name = name;
        this.step = outcome.step();
    }

    /** What is to be done again, once the conversation is over. */
    Optional<Step> outcome() throws InterruptedException {
        var kind = step.handler() ? "HANDLER: " : "TASK: ";
        var prompt = "[%s] %s%s (debug)> ".formatted(step.host(), kind, name);
        while (true) {
            var line = debugger.controller().ask(prompt, true, Optional.empty()).orElse("EOF");
            latest = line.isBlank() ? latest : line.strip();
            var command = COMMAND.matcher(latest);
            switch (command.matches() ? command.group(1) : "") {
                case "c", "continue" -> {
                    return Optional.empty();
                }
                case "r", "redo" -> {
                    return Optional.of(step);
                }
                case "q", "quit", "EOF" -> throw new InterruptedException("the debugger was left");
                case "h", "help", "?" -> say(HELP);
                case "u", "update_task" -> update();
                case "p", "pprint" -> print(Optional.ofNullable(command.group(2)).orElse(""));
                default -> other();
            }
        }
    }

    private void say(String text) {
        debugger.controller().say(text);
    }

    /** The task as it is written, with the variables as they are now. */
    private void update() {
        var original = outcome.step();
        step = step.with(original.task().arguments(), step.overrides());
    }

    private void print(String expression) {
        try {
            say(shown(expression.strip()));
        } catch (TemplateException e) {
            say("***" + e.getMessage());
        }
    }

    private String shown(String expression) {
        return switch (expression) {
            case "task" -> "TASK: " + name;
            case "host" -> step.host();
            default -> PrettyText.of(value(expression));
        };
    }

    private @Nullable Object value(String expression) {
        return debugger.templar().expression(expression, outcome.step().task().location(), scope());
    }

    private Scope scope() {
        var seen = debugger.scopes().of(step);
        var task = new LinkedHashMap<String, @Nullable Object>();
        task.put("name", name);
        task.put("action", step.task().action());
        task.put("args", step.task().arguments());
        var result = new LinkedHashMap<String, @Nullable Object>(outcome.registered());
        result.put("_result", outcome.registered());
        return Overlay.of(
                seen,
                Map.of(
                        "task",
                        task,
                        "task_vars",
                        variables(seen),
                        "host",
                        step.host(),
                        "result",
                        result));
    }

    /** All that can be told now. */
    private static Map<String, @Nullable Object> variables(Scope seen) {
        var vars = new LinkedHashMap<String, @Nullable Object>();
        for (var each : seen.names()) {
            try {
                vars.put(each, seen.get(each));
            } catch (TemplateException _) {
                // asked for by its name it says what is wrong
            }
        }
        return vars;
    }

    /** An assignment; anything else is evaluated, which may show a mistake. */
    private void other() {
        try {
            var assignment = ASSIGNMENT.matcher(latest);
            if (assignment.matches()) {
                assign(
                        assignment.group(1),
                        Text.of(value(assignment.group(2))),
                        written(value(assignment.group(3))));
            } else if (!latest.isEmpty()) {
                var _ = value(latest);
            }
        } catch (TemplateException e) {
            say("***" + e.getMessage());
        }
    }

    /** Text that is typed may be a template, as text of the playbook. */
    private @Nullable Object written(@Nullable Object value) {
        return value instanceof String text
                ? TemplateString.of(text, step.task().location())
                : value;
    }

    private void assign(String target, String key, @Nullable Object value) {
        var arguments = new LinkedHashMap<>(step.task().arguments());
        var overrides = new LinkedHashMap<>(step.overrides());
        (target.equals("task_vars") ? overrides : arguments).put(key, value);
        step = step.with(arguments, overrides);
    }
}
