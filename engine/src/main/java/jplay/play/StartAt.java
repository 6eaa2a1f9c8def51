package jplay.play;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
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
