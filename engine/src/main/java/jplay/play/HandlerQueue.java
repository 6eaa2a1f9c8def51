package jplay.play;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import jplay.playbook.Task;
import org.jspecify.annotations.Nullable;

/** The handlers of a play in definition order, and which of them each host has notified. */
public final class HandlerQueue {
    private final List<Task> handlers = new ArrayList<>();
    private final IdentityHashMap<Task, Integer> indexes = new IdentityHashMap<>();
    private final Map<String, BitSet> notified = new HashMap<>();
    private final UnaryOperator<@Nullable Object> rendered;

    /**
     * No host has notified anything yet.
     *
     * @param rendered renders names and topics with the variables of the play
     */
    public HandlerQueue(List<Task> handlers, UnaryOperator<@Nullable Object> rendered) {
        this.rendered = rendered;
        add(handlers);
    }

    /** Takes more handlers, of a role that was included; one that is here already is replaced. */
    public void add(List<Task> more) {
        for (var handler : more) {
            var index = indexOf(handler);
            if (index < handlers.size()) {
                handlers.set(index, handler);
            } else {
                handlers.add(handler);
            }
            indexes.put(handler, index);
        }
    }

    private int indexOf(Task handler) {
        for (var i = 0; i < handlers.size(); i++) {
            if (handlers.get(i).location().equals(handler.location())
                    && handler.location().line() > 0) {
                return i;
            }
        }
        return handlers.size();
    }

    /**
     * Notifies the handlers of a name or topic.
     *
     * @return those that were not waiting for this host already; empty when there is no such
     *     handler at all
     */
    public Optional<List<String>> notify(String host, String notification) {
        var matching = matching(notification);
        if (matching.isEmpty()) {
            return Optional.empty();
        }
        var waiting = notified.computeIfAbsent(host, _ -> new BitSet());
        var fresh = new ArrayList<String>();
        for (var index : matching) {
            if (!waiting.get(index)) {
                waiting.set(index);
                fresh.add(name(handlers.get(index)));
            }
        }
        return Optional.of(fresh);
    }

    /**
     * Of several handlers with the name the last defined answers; all that listen to it do as well.
     */
    private Set<Integer> matching(String notification) {
        var found = new LinkedHashSet<Integer>();
        for (var i = handlers.size() - 1; i >= 0 && found.isEmpty(); i--) {
            if (answersTo(handlers.get(i), notification)) {
                found.add(i);
            }
        }
        for (var i = 0; i < handlers.size(); i++) {
            if (handlers.get(i).listen().stream()
                    .anyMatch(topic -> notification.equals(rendered.apply(topic)))) {
                found.add(i);
            }
        }
        return found;
    }

    private boolean answersTo(Task handler, String notification) {
        var name = name(handler);
        return !name.isEmpty()
                && (notification.equals(name)
                        || handler.role()
                                .map(role -> notification.equals(role.name() + " : " + name))
                                .orElse(false));
    }

    private String name(Task handler) {
        var name = handler.name() == null ? null : rendered.apply(handler.name());
        return name == null ? "" : name.toString();
    }

    /** All, in definition order; a copy. */
    List<Task> all() {
        return List.copyOf(handlers);
    }

    /** Whether the handler waits for this host; it does no longer afterwards. */
    boolean take(String host, Task handler) {
        var waiting = notified.get(host);
        var index = indexes.get(handler);
        if (waiting == null || index == null || !waiting.get(index)) {
            return false;
        }
        waiting.clear(index);
        return true;
    }
}
