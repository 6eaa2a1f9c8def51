package jplay.play;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import jplay.playbook.Block;
import jplay.playbook.Node;
import jplay.playbook.Task;

/** The task that {@code --start-at-task} names; what stands before it is passed over. */
public final class StartAt {
    private final Predicate<Task> names;
    private final Predicate<Task> always;
    private final AtomicBoolean found = new AtomicBoolean();

    /**
     * A start.
     *
     * @param names whether a task is the one
     * @param always whether a task runs even before it, such as the gathering of facts
     */
    public StartAt(Predicate<Task> names, Predicate<Task> always) {
        this.names = names;
        this.always = always;
    }

    /** Whether any host got there. */
    public boolean found() {
        return found.get();
    }

    /** Whether the task is among these; those that are included later are not known. */
    boolean isIn(List<Node> nodes) {
        return nodes.stream()
                .anyMatch(node ->
                        switch (node) {
                            case Task task -> names.test(task);
                            case Block block ->
                                    isIn(block.body())
                                            || isIn(block.rescue())
                                            || isIn(block.always());
                        });
    }

    boolean always(Task task) {
        return always.test(task);
    }

    boolean reachedBy(Task task) {
        if (names.test(task)) {
            found.set(true);
            return true;
        }
        return false;
    }
}
