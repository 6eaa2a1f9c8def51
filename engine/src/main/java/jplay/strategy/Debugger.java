package jplay.strategy;

import java.util.Optional;
import jplay.play.Step;
import jplay.task.TaskOutcome;

/** Asked how to go on each time a task ended on a host. For one thread. */
public interface Debugger {
    /**
     * What to do again instead of going on with what came of the task; usually nothing.
     *
     * @param name of the task, rendered
     * @throws InterruptedException when the run is to end here
     */
    Optional<Step> again(TaskOutcome outcome, String name) throws InterruptedException;
}
