package jplay.playbook.load;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import jplay.playbook.Block;
import jplay.playbook.Directives;
import jplay.playbook.Node;
import jplay.playbook.Play;
import jplay.playbook.Role;
import jplay.playbook.Task;

/** A playbook's tree as text, with all that is not empty. */
final class Outline {
    private final StringBuilder text = new StringBuilder();

    static String of(List<Play> plays) {
        var outline = new Outline();
        plays.forEach(outline::play);
        return outline.text.toString();
    }

    private void play(Play play) {
        line(0, "play " + play.name() + " on " + play.hosts() + directives(play.directives()));
        play.roles().forEach(this::role);
        section("pre_tasks", play.preTasks());
        section("roles", play.roleTasks());
        section("tasks", play.tasks());
        section("post_tasks", play.postTasks());
        section("handlers", play.handlers());
    }

    private void role(Role role) {
        line(
                1,
                "role "
                        + role.name()
                        + shown("defaults", role.defaults())
                        + shown("vars", role.vars())
                        + shown("given", role.given().vars())
                        + shown("parameters", role.given().parameters())
                        + shown("when", role.given().when())
                        + shown("tags", role.given().tags())
                        + (role.allowDuplicates() ? " duplicates" : "")
                        + shown("needs", role.dependencies().stream().map(Role::name).toList()));
    }

    private void section(String name, List<? extends Node> nodes) {
        if (!nodes.isEmpty()) {
            line(1, name + ":");
            nodes.forEach(node -> node(2, node));
        }
    }

    private void node(int depth, Node node) {
        switch (node) {
            case Task task -> task(depth, task);
            case Block block -> {
                line(
                        depth,
                        "block"
                                + (block.name() == null ? "" : " '" + block.name() + "'")
                                + block.role().map(role -> " of role " + role.name()).orElse("")
                                + directives(block.directives()));
                block.body().forEach(inner -> node(depth + 1, inner));
                inner(depth, "rescue", block.rescue());
                inner(depth, "always", block.always());
            }
        }
    }

    private void inner(int depth, String name, List<Node> nodes) {
        if (!nodes.isEmpty()) {
            line(depth, name);
            nodes.forEach(node -> node(depth + 1, node));
        }
    }

    private void task(int depth, Task task) {
        line(
                depth,
                (task.name() == null ? "" : "'" + task.name() + "' ")
                        + task.action()
                        + " "
                        + task.arguments()
                        + (task.rawArguments() == null ? "" : " and " + task.rawArguments())
                        + directives(task.directives())
                        + control(task.control())
                        + shown("listen", task.listen())
                        + task.role().map(role -> " role=" + role.name()).orElse(""));
    }

    private static String control(Task.Control control) {
        return control.loop()
                        .map(loop ->
                                " "
                                        + loop.lookup()
                                        + "="
                                        + loop.terms()
                                        + shown("loop_control", loop.control()))
                        .orElse("")
                + value("register", control.register())
                + value("until", control.until())
                + value("retries", control.retries())
                + value("delay", control.delay())
                + value("changed_when", control.changedWhen())
                + value("failed_when", control.failedWhen())
                + shown("notify", control.notifies())
                + value("async", control.async())
                + value("poll", control.poll())
                + value("delegate_to", control.delegateTo())
                + value("delegate_facts", control.delegateFacts());
    }

    private static String directives(Directives directives) {
        return shown("when", directives.when().stream().map(Directives.Condition::text).toList())
                + shown("tags", directives.tags())
                + shown("vars", directives.vars())
                + shown("environment", directives.environment())
                + shown("module_defaults", directives.moduleDefaults())
                + directives.settings().entrySet().stream()
                        .map(entry -> " " + entry.getKey() + "=" + entry.getValue().value())
                        .collect(Collectors.joining());
    }

    private static String value(String name, Object value) {
        return value == null ? "" : " " + name + "=" + value;
    }

    private static String shown(String name, Collection<?> values) {
        return values.isEmpty() ? "" : " " + name + "=" + values;
    }

    private static String shown(String name, Map<?, ?> values) {
        return values.isEmpty() ? "" : " " + name + "=" + values;
    }

    private void line(int depth, String line) {
        text.append("  ".repeat(depth)).append(line.stripTrailing()).append('\n');
    }
}
