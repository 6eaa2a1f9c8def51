package jplay.task;

import java.util.Optional;
import java.util.function.Supplier;
import jplay.connection.Jobs;
import jplay.connection.ShellWorker;
import jplay.module.Plan;
import jplay.module.Remote;
import jplay.module.Result;
import jplay.task.keyword.Target;

/** Reaches hosts and carries out plans there. */
public interface Reach {
    /**
     * The host, connected.
     *
     * @throws jplay.connection.UnreachableException when it cannot be reached
     */
    Reached to(Target target);

    /** Closes the connections to a host; the next use opens new ones. */
    void reset(String host);

    /** A connected host, as the user that a task runs as. */
    interface Reached {
        /** What modules look at. */
        Remote remote();

        /** Carries out a plan as far as the mode allows. */
        Result run(Plan plan, ApplyMode mode);

        /** What the host carries out in the background. */
        Jobs jobs(ApplyMode mode);

        /** Sends a plan ahead where all of it is known; the result is waited for later. */
        Supplier<Result> send(Plan plan, ApplyMode mode);

        /** The shell that does the work there, where one does. */
        default Optional<ShellWorker> worker() {
            return Optional.empty();
        }
    }

    /** Whether changes are made and diffs wanted. */
    record ApplyMode(boolean check, boolean diff) {}
}
