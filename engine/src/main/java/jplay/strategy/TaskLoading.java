package jplay.strategy;

import java.util.List;
import jplay.playbook.Block;
import jplay.playbook.Task;
import jplay.task.Effect;

/** Loads what tasks include while the play runs. */
public interface TaskLoading {
    /** The tasks of a file. @throws jplay.diagnostic.PlaybookException when they cannot be read */
    Loaded tasks(Task includer, Effect.IncludeTasks include);

    /** The tasks of a role. @throws jplay.diagnostic.PlaybookException when they cannot be read */
    Loaded role(Task includer, Effect.IncludeRole include);

    /**
     * What was loaded.
     *
     * @param shownAs the file or role as it is shown
     * @param block its tasks
     * @param handlers what a role adds to the handlers of the play
     */
    record Loaded(String shownAs, Block block, List<Task> handlers) {
        public Loaded {
            handlers = List.copyOf(handlers);
        }
    }
}
