package jplay.console;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import jplay.playbook.Block;
import jplay.playbook.Directives;
import jplay.playbook.Node;
import jplay.playbook.Play;
import jplay.playbook.Playbook;
import jplay.playbook.Task;

/**
 * What {@code --list-tasks}, {@code --list-tags} and {@code --list-hosts} print of a playbook that
 * is not run.
 */
public final class PlaybookListing {
    private final Screen screen;
    private final Contents contents;

    /**
     * What to print.
     *
     * @param selected whether the tags that were asked for select a task
     * @param hosts the hosts of a play
     */
    public record Contents(
            boolean tasks,
            boolean tags,
            boolean hosts,
            Predicate<Task> selected,
            Function<Play, List<String>> of) {}

    public PlaybookListing(Screen screen, Contents contents) {
        this.screen = screen;
        this.contents = contents;
    }

    /** Prints the plays of a playbook in order. */
    public void print(String name, Playbook playbook) {
        screen.line("");
        screen.line("playbook: " + name);
        var number = 0;
        for (var play : playbook.plays()) {
            number++;
            screen.line("");
            var title =
                    play.name() == null
                            ? String.valueOf(play.hosts())
                            : String.valueOf(play.name());
            var tags = tags(play.directives());
            screen.line(
                    "  play #%d (%s): %s\tTAGS: [%s]".formatted(number, play.hosts(), title, tags));
            print(play);
        }
    }

    private void print(Play play) {
        if (contents.hosts()) {
            var hosts = contents.of().apply(play);
            screen.line("    pattern: ['" + play.hosts() + "']");
            screen.line("    hosts (" + hosts.size() + "):");
            hosts.forEach(host -> screen.line("      " + host));
        }
        var tasks = tasks(play).stream().filter(contents.selected()).toList();
        if (contents.tasks()) {
            screen.line("    tasks:");
            tasks.forEach(task ->
                    screen.line(
                            "      " + title(task) + "\tTAGS: [" + tags(task.directives()) + "]"));
        }
        if (contents.tags()) {
            var all = tasks.stream().flatMap(task -> task.directives().tags().stream());
            screen.line("      TASK TAGS: [" + joined(all.map(String::valueOf).toList()) + "]");
        }
    }

    private static List<Task> tasks(Play play) {
        return Stream.of(play.preTasks(), play.roleTasks(), play.tasks(), play.postTasks())
                .flatMap(List::stream)
                .flatMap(node -> tasks(node).stream())
                .toList();
    }

    private static List<Task> tasks(Node node) {
        return switch (node) {
            case Task task -> List.of(task);
            case Block block -> {
                var all = new ArrayList<Task>();
                block.body().forEach(inner -> all.addAll(tasks(inner)));
                yield all;
            }
        };
    }

    private static String title(Task task) {
        var name = task.name() == null ? task.action() : String.valueOf(task.name());
        return task.role().map(role -> role.name() + " : " + name).orElse(name);
    }

    private static String tags(Directives directives) {
        return joined(directives.tags().stream().map(String::valueOf).toList());
    }

    private static String joined(Collection<String> tags) {
        return String.join(", ", new TreeSet<>(tags));
    }
}
