package jplay.play;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Goes through a play with a batch of hosts: says which step each host is at and takes what came of
 * it. For one thread.
 */
public final class PlayIterator {
    private final Map<String, HostState> states = new LinkedHashMap<>();
    private final HandlerQueue handlers;
    private Position latest = new Position(List.of());

    /** Begins a play; {@code roles} is shared by all batches of a play. */
    public PlayIterator(
            Program program, Collection<String> hosts, HandlerQueue handlers, RoleLedger roles) {
        this.handlers = handlers;
        for (var host : hosts) {
            states.put(host, new HostState(host, program, handlers, roles));
        }
    }

    /** All hosts of the batch, in its order. */
    public List<String> hosts() {
        return List.copyOf(states.keySet());
    }

    /**
     * Hosts that neither failed nor were lost, in the order of the batch; those that are done
     * count.
     */
    public List<String> hostsLeft() {
        return states.entrySet().stream()
                .filter(entry -> isLeft(entry.getKey()))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Hosts that are left, without those that the play was ended for. */
    public List<String> hostsInPlay() {
        return hostsLeft().stream().filter(host -> !state(host).ended()).toList();
    }

    /** Whether a host neither failed nor was lost. */
    public boolean isLeft(String host) {
        var status = state(host).status();
        return status == HostState.Status.RUNNING || status == HostState.Status.DONE;
    }

    /** Whether a host failed for good. */
    public boolean failed(String host) {
        return state(host).status() == HostState.Status.FAILED;
    }

    /** Whether a host was lost. */
    public boolean unreachable(String host) {
        return state(host).status() == HostState.Status.UNREACHABLE;
    }

    /** The step a host is at; empty when it is through, failed or lost. */
    public Optional<Step> current(String host) {
        return state(host).current();
    }

    /**
     * The steps of all hosts that are at the next task; empty at the end. Hosts that were taken
     * back into the play, and so are behind, go on after the others have come to the end.
     */
    public List<Step> round() {
        var steps = states.values().stream().flatMap(state -> state.current().stream()).toList();
        var ahead = steps.stream().filter(step -> step.position().compareTo(latest) >= 0).toList();
        var earliest = earliest(ahead.isEmpty() ? steps : ahead);
        earliest.stream().findFirst().ifPresent(step -> latest = step.position());
        return earliest;
    }

    private static List<Step> earliest(List<Step> steps) {
        var earliest = new ArrayList<Step>();
        for (var step : steps) {
            var order =
                    earliest.isEmpty()
                            ? 0
                            : step.position().compareTo(earliest.getFirst().position());
            if (order < 0) {
                earliest.clear();
            }
            if (order <= 0) {
                earliest.add(step);
            }
        }
        return earliest;
    }

    /** Takes what came of the step a host is at. */
    public void record(String host, Turn turn) {
        state(host).record(turn);
    }

    /** Fails a host that did nothing wrong itself, such as when the errors of another are fatal. */
    public void fail(String host) {
        if (isLeft(host)) {
            state(host).fail();
        }
    }

    /** Whether a failure of the host now would be caught by a rescue. */
    public boolean rescuable(String host) {
        return state(host).rescuable();
    }

    /** Notifies handlers by name or topic; see {@link HandlerQueue#notify}. */
    public Optional<List<String>> notify(String host, String notification) {
        return handlers.notify(host, notification);
    }

    /** The handlers of the play. */
    public HandlerQueue handlers() {
        return handlers;
    }

    /** Ends the play for all hosts. */
    public void endAll() {
        states.keySet().forEach(this::end);
    }

    /** Ends the play for a host, if it has not come to an end. */
    public void end(String host) {
        if (state(host).status() == HostState.Status.RUNNING) {
            record(host, new Turn.EndHost());
        }
    }

    /** Forgets which hosts failed or were lost. */
    public void clearErrors() {
        states.values().forEach(HostState::clearErrors);
    }

    private HostState state(String host) {
        var state = states.get(host);
        if (state == null) {
            throw new IllegalArgumentException("no host of this batch: " + host);
        }
        return state;
    }
}
