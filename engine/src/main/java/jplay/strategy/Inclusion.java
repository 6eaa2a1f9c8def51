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
import jplay.result.Tally;
import jplay.task.Effect;
import jplay.task.TaskOutcome;

/**
 * Includes that were asked for in one round: each file (or role) with the same item is loaded once
 * and run by all hosts that asked for it together, one after the other.
 */
final class Inclusion {
    private final TaskLoading loading;
    private final Program.Choice choice;
    private final PlayIterator iterator;
    private final Callback callback;
    private final Tally tally;
    private final Map<String, TaskOutcome> asked = new LinkedHashMap<>();
    private int order;

    private record Key(Task includer, Effect effect, int time) {}

    /** A host whose include could not be read. */
    record Broken(TaskOutcome outcome, Effect effect, PlaybookException problem) {}

    Inclusion(BatchSetting batch, Callback callback, Tally tally) {
        this.loading = batch.loading();
        this.choice = batch.choice();
        this.iterator = batch.iterator();
        this.callback = callback;
        this.tally = tally;
    }

    /** Takes a result that asks for tasks; its host waits until {@link #spliced}. */
    boolean takes(TaskOutcome outcome) {
        var includes = outcome.effects().stream().anyMatch(Inclusion::includes);
        if (includes) {
            asked.put(outcome.step().host(), outcome);
        }
        return includes;
    }

    /** Who asked for what, in the order of the batch's hosts. */
    private Map<Key, List<String>> groups() {
        var groups = new LinkedHashMap<Key, List<String>>();
        for (var host : iterator.hosts()) {
            if (asked.containsKey(host)) {
                asked(host).effects().stream()
                        .filter(Inclusion::includes)
                        .forEach(effect ->
                                join(groups, new Key(asked(host).step().task(), effect, 1), host));
            }
        }
        return groups;
    }

    /** A host that asks for the same twice gets it twice. */
    private static void join(Map<Key, List<String>> groups, Key key, String host) {
        var group = groups.computeIfAbsent(key, _ -> new ArrayList<>());
        if (group.contains(host)) {
            join(groups, new Key(key.includer(), key.effect(), key.time() + 1), host);
        } else {
            group.add(host);
        }
    }

    private static boolean includes(Effect effect) {
        return effect instanceof Effect.IncludeTasks || effect instanceof Effect.IncludeRole;
    }

    /**
     * Loads what was asked for and puts it before the hosts; says which hosts it could not be read
     * for.
     */
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
            case Effect.IncludeRole role ->
                    splice(loading.role(key.includer(), role), role.surroundings(), hosts);
            default -> throw new IllegalStateException("includes nothing: " + key.effect());
        };
    }

    private Splice splice(
            TaskLoading.Loaded loaded, Effect.Surroundings surroundings, List<String> hosts) {
        iterator.handlers().add(loaded.handlers());
        hosts.forEach(tally::countOk);
        callback.included(loaded.shownAs(), hosts, surroundings.label().orElse(""));
        return new Splice(order++, chosen(loaded.block()), surroundings.vars());
    }

    private Block chosen(Block block) {
        return (Block) choice.of(List.of(block)).getFirst();
    }
}
