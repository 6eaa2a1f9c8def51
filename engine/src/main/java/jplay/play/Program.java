package jplay.play;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import jplay.diagnostic.Location;
import jplay.playbook.Block;
import jplay.playbook.Directives;
import jplay.playbook.Node;
import jplay.playbook.Play;
import jplay.playbook.Task;
import org.jspecify.annotations.Nullable;

/**
 * All that the hosts of a play go through: gathering facts, then each section followed by the
 * handlers it notified.
 *
 * @param nodes in order
 * @param startAt the task to begin with, when not the first
 */
public record Program(List<Node> nodes, Optional<StartAt> startAt) {
    /** Where tasks that nobody wrote say they stand. */
    public static final Location IMPLICIT = Location.of("<implicit>");

    public Program {
        nodes = List.copyOf(nodes);
    }

    /**
     * What of a play is to run.
     *
     * @param tags selects tasks
     * @param rendered renders tags with the variables of the play
     * @param forceHandlers hosts that failed in a section still run their handlers
     */
    public record Choice(
            TagSelection tags, UnaryOperator<@Nullable Object> rendered, boolean forceHandlers) {
        /** The tasks that are to run, in their blocks. */
        public List<Node> of(List<Node> nodes) {
            var chosen = new ArrayList<Node>();
            for (var node : nodes) {
                switch (node) {
                    case Task task when tags.selects(tagsOf(task)) -> chosen.add(task);
                    case Task _ -> {}
                    case Block block -> chosen.add(of(block));
                }
            }
            return chosen;
        }

        private Block of(Block block) {
            return new Block(
                    block.location(),
                    block.name(),
                    block.directives(),
                    block.role(),
                    of(block.body()),
                    of(block.rescue()),
                    of(block.always()));
        }

        private List<String> tagsOf(Task task) {
            return task.directives().tags().stream()
                    .map(rendered)
                    .flatMap(tag ->
                            tag instanceof List<?> several
                                    ? several.stream()
                                    : java.util.stream.Stream.of(tag))
                    .flatMap(tag -> Arrays.stream(String.valueOf(tag).split(",")))
                    .map(String::strip)
                    .toList();
        }
    }

    /** The program of a play; {@code setup} gathers facts first. */
    public static Program of(
            Play play, Optional<Task> setup, Choice choice, Optional<StartAt> startAt) {
        var main = new ArrayList<>(play.roleTasks());
        main.addAll(play.tasks());
        var nodes = new ArrayList<Node>();
        for (var section : List.of(play.preTasks(), main, play.postTasks())) {
            addSection(nodes, choice.of(section), choice.forceHandlers());
        }
        // a play that is passed over as a whole needs no facts
        if (startAt.isEmpty() || startAt.get().isIn(nodes)) {
            setup.ifPresent(nodes::addFirst);
        }
        return new Program(nodes, startAt);
    }

    private static void addSection(List<Node> nodes, List<Node> section, boolean force) {
        if (force) {
            nodes.add(
                    new Block(
                            IMPLICIT,
                            null,
                            Directives.NONE,
                            Optional.empty(),
                            section,
                            List.of(),
                            List.of(flush())));
            return;
        }
        nodes.addAll(section);
        nodes.add(flush());
    }

    private static Task flush() {
        return new Task(
                IMPLICIT,
                null,
                "meta",
                Map.of("_raw_params", "flush_handlers"),
                null,
                Map.of(),
                Directives.NONE,
                Task.Control.NONE,
                List.of(),
                Optional.empty(),
                java.nio.file.Path.of(""));
    }

    /** Whether nobody wrote the task. */
    public static boolean implicit(Task task) {
        return task.location().equals(IMPLICIT);
    }
}
