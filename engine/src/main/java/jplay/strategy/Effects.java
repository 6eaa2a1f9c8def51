package jplay.strategy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jplay.callback.Callback;
import jplay.diagnostic.Diagnostic;
import jplay.diagnostic.Location;
import jplay.diagnostic.PlaybookException;
import jplay.play.Turn;
import jplay.result.TaskResult;
import jplay.task.Effect;
import jplay.task.TaskOutcome;
import org.jspecify.annotations.Nullable;

/** Carries out what results want to happen to the run. */
final class Effects {
    private final BatchSetting batch;
    private final Callback callback;
    private final Map<String, List<Effect>> enrolments = new HashMap<>();

    Effects(BatchSetting batch, Callback callback) {
        this.batch = batch;
        this.callback = callback;
    }

    /** Keeps a result under the name that {@code register} gives. */
    void keep(TaskOutcome outcome, List<String> hosts) {
        if (outcome.register().isEmpty()
                || (outcome.result() instanceof TaskResult.Unreachable lost && !lost.ignored())) {
            return;
        }
        var values = outcome.registered();
        hosts.forEach(host -> batch.state().register(host, outcome.register().get(), values));
    }

    /** Keeps what a rescue may ask about the failure that led to it. */
    void remember(String host, TaskOutcome outcome, String name, TaskResult result) {
        var task = outcome.step().task();
        var told = new LinkedHashMap<String, @Nullable Object>();
        told.put(
                "name",
                task.name() == null
                        ? ""
                        : name.substring(name.indexOf(" : ") < 0 ? 0 : name.indexOf(" : ") + 3));
        told.put("action", task.action());
        told.put("args", Map.copyOf(arguments(task.arguments())));
        told.put("path", task.location().source() + ":" + task.location().line());
        var values = new LinkedHashMap<String, @Nullable Object>();
        values.put("ansible_failed_task", told);
        values.put("ansible_failed_result", TaskOutcome.registered(result));
        batch.state().setFacts(host, new Effect.SetFacts(values, false));
    }

    private static Map<String, String> arguments(Map<String, @Nullable Object> written) {
        var texts = new LinkedHashMap<String, String>();
        written.forEach((name, value) -> texts.put(name, String.valueOf(value)));
        return texts;
    }

    /**
     * Carries out all effects of a success; empty when the host's turn was taken by one of them.
     */
    Optional<Turn> carryOut(TaskOutcome outcome, List<String> sharers) {
        Optional<Turn> turn = Optional.of(new Turn.Done(true));
        for (var effect : outcome.effects()) {
            if (effect instanceof Effect.Meta meta) {
                turn = obey(meta.word(), outcome);
            } else if (effect instanceof Effect.About other) {
                carryOut(other.effect(), outcome, List.of(other.host()));
            } else {
                carryOut(effect, outcome, sharers);
            }
        }
        return turn;
    }

    private void carryOut(Effect effect, TaskOutcome outcome, List<String> hosts) {
        var host = outcome.step().host();
        switch (effect) {
            case Effect.SetFacts facts ->
                    hosts.forEach(each -> batch.state().setFacts(each, facts));
            case Effect.Facts facts ->
                    hosts.forEach(each -> batch.state().facts(each, facts.values()));
            case Effect.IncludedVars vars ->
                    hosts.forEach(each -> batch.state().includeVars(each, vars.values()));
            case Effect.AddHost _, Effect.JoinGroup _ ->
                    enrolments.computeIfAbsent(host, _ -> new ArrayList<>()).add(effect);
            case Effect.Stats stats -> batch.state().stats(host, stats);
            case Effect.Notify notify -> notify.names().forEach(name -> notify(outcome, name));
            case Effect.Meta _, Effect.IncludeTasks _, Effect.IncludeRole _, Effect.About _ -> {}
        }
    }

    /**
     * Changes the inventory as the tasks of a round asked for, host by host in the order of the
     * batch, whichever was done first.
     */
    void enrol() {
        for (var host : batch.iterator().hosts()) {
            enrolments.getOrDefault(host, List.of()).forEach(effect -> enrol(effect, host));
        }
        enrolments.clear();
    }

    private void enrol(Effect effect, String host) {
        switch (effect) {
            case Effect.AddHost added -> batch.state().addHost(added);
            case Effect.JoinGroup group -> batch.state().joinGroup(host, group);
            default -> throw new IllegalStateException("enrols nobody: " + effect);
        }
    }

    private void notify(TaskOutcome outcome, String name) {
        var host = outcome.step().host();
        var notified = batch.iterator().notify(host, name);
        if (notified.isEmpty()) {
            missing(outcome.step().task().location(), name);
            return;
        }
        notified.get().forEach(handler -> callback.notified(handler, host));
    }

    private void missing(Location place, String name) {
        var message =
                ("The requested handler '%s' was not found in either the main handlers list nor in "
                                + "the listening handlers list")
                        .formatted(name);
        if (batch.limits().needsHandlers()) {
            throw new PlaybookException(place, message);
        }
        callback.warned(Diagnostic.warning(place, 1, message));
    }

    private Optional<Turn> obey(String word, TaskOutcome outcome) {
        var host = outcome.step().host();
        switch (word) {
            case "flush_handlers" -> {
                return Optional.of(new Turn.FlushHandlers());
            }
            case "end_host" -> {
                return Optional.of(new Turn.EndHost());
            }
            case "end_role" -> {
                return Optional.of(new Turn.EndRole());
            }
            case "end_play", "end_batch" -> {
                batch.end(word.equals("end_play"));
                return Optional.empty();
            }
            case "clear_facts" -> batch.state().clearFacts(batch.iterator().hosts());
            case "clear_host_errors" -> {
                batch.iterator().clearErrors();
                batch.state().clearHostErrors();
            }
            case "refresh_inventory" -> {
                return refreshed(host);
            }
            case "reset_connection" -> batch.state().resetConnection(host);
            case "noop", "role_complete" -> {}
            default -> throw unknown(outcome, "invalid meta action requested: " + word);
        }
        return Optional.of(new Turn.Done(true));
    }

    /** Hosts that the inventory has no more are through. */
    private Optional<Turn> refreshed(String host) {
        var state = batch.state();
        state.refreshInventory();
        var gone = batch.iterator().hosts().stream().filter(each -> !state.knows(each)).toList();
        gone.forEach(batch.iterator()::end);
        return gone.contains(host) ? Optional.empty() : Optional.of(new Turn.Done(true));
    }

    private static PlaybookException unknown(TaskOutcome outcome, String message) {
        return new PlaybookException(outcome.step().task().location(), message);
    }
}
