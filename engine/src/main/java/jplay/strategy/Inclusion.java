package jplay.strategy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jplay.callback.Callback;
import jplay.diagnostic.PlaybookException;
import jplay.play.PlayIterator;
import jplay.play.Program;
import jplay.play.Splice;
import jplay.play.Turn;
import jplay.playbook.Block;
import jplay.playbook.Task;
import jplay.task.Effect;
import jplay.task.TaskOutcome;

/**
 * Includes that were asked for in one round: each file (or role) with the same item is loaded once and run by all hosts
 * that asked for it together, one after the other.
 */
final class Inclusion {
    private final TaskLoading loading;
    private final Program.Choice choice;
    private final PlayIterator iterator;
    private final Callback callback;
    private final Map<String, TaskOutcome> asked = new LinkedHashMap<>();
    private int order;

    private record Key(Task includer, Effect effect) {}

    /** A host whose include could not be read. */
    record Broken(TaskOutcome outcome, Effect effect, PlaybookException problem) {}

    Inclusion(TaskLoading loading, Program.Choice choice, PlayIterator iterator, Callback callback) {
        this.loading = loading;
        this.choice = choice;
        this.iterator = iterator;
        this.callback = callback;
    }

    /** Takes a result that asks for tasks, if it does so; its host waits until {@link #spliced}. How often it asks. */
    int take(TaskOutcome outcome) {
        var includes = (int) outcome.effects().stream().filter(Inclusion::includes).count();
        if (includes > 0) {
            asked.put(outcome.step().host(), outcome);
        }
        return includes;
    }

    /** Who asked for what, in the order of the batch's hosts. */
    private Map<Key, List<String>> groups() {
        var groups = new LinkedHashMap<Key, List<String>>();
        iterator.hosts().stream().filter(asked::containsKey).map(this::asked).forEach(outcome -> outcome.effects()
                .stream()
                .filter(Inclusion::includes)
                .map(effect -> new Key(outcome.step().task(), effect))
                .forEach(key -> groups.computeIfAbsent(key, _ -> new ArrayList<>())
                        .add(outcome.step().host())));
        return groups;
    }

    private static boolean includes(Effect effect) {
        return effect instanceof Effect.IncludeTasks || effect instanceof Effect.IncludeRole;
    }

    /** Loads what was asked for and puts it before the hosts; says which hosts it could not be read for. */
    List<Broken> spliced() {
        var splices = new LinkedHashMap<String, List<Splice>>();
        var broken = new ArrayList<Broken>();
        asked.keySet().forEach(host -> splices.put(host, new ArrayList<>()));
        groups().forEach((key, hosts) -> {
            try {
                var splice = splice(key, hosts);
                hosts.forEach(host -> splices.getOrDefault(host, new ArrayList<>()).add(splice));
            } catch (PlaybookException e) {
                hosts.stream()
                        .filter(host -> splices.remove(host) != null)
                        .forEach(host -> broken.add(new Broken(asked(host), key.effect(), e)));
            }
        });
        splices.forEach((host, theirs) -> iterator.record(host, new Turn.Included(theirs)));
        asked.clear();
        return broken;
    }

    private TaskOutcome asked(String host) {
        var outcome = asked.get(host);
        if (outcome == null) {
            throw new IllegalStateException(host + " asked for nothing");
        }
        return outcome;
    }

    private Splice splice(Key key, List<String> hosts) {
        return switch (key.effect()) {
            case Effect.IncludeTasks tasks ->
                    splice(loading.tasks(key.includer(), tasks), tasks.surroundings(), hosts);
            case Effect.IncludeRole role -> splice(loading.role(key.includer(), role), role.surroundings(), hosts);
            default -> throw new IllegalStateException("includes nothing: " + key.effect());
        };
    }

    private Splice splice(TaskLoading.Loaded loaded, Effect.Surroundings surroundings, List<String> hosts) {
        iterator.handlers().add(loaded.handlers());
        callback.included(loaded.shownAs(), hosts, surroundings.label().orElse(""));
        return new Splice(order++, chosen(loaded.block()), surroundings.vars());
    }

    private Block chosen(Block block) {
        return (Block) choice.of(List.of(block)).getFirst();
    }

}
