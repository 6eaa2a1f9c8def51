package jplay.run;

import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import jplay.callback.Callback;
import jplay.play.StartAt;
import jplay.playbook.Task;
import jplay.result.Tally;
import jplay.task.action.Actions;
import jplay.task.keyword.TaskDefaults;
import jplay.vars.Variables;

/**
 * What the plays of a run share.
 *
 * @param reachedStart set once the task that the run begins with was found
 */
record RunContext(
        RunParts parts,
        RunOptions options,
        Variables variables,
        LiveState.RunWide runWide,
        Books books,
        Actions actions,
        LiveController controller,
        TaskDefaults defaults,
        ExecutorService threads,
        Semaphore forks,
        AtomicBoolean reachedStart) {
    Tally tally() {
        return books.tally();
    }

    HostLedger ledger() {
        return books.ledger();
    }

    Callback callback() {
        return parts.callback();
    }

    /** The task to begin with, as long as it was not found. */
    Optional<StartAt> startAt() {
        return reachedStart.get()
                ? Optional.empty()
                : options.startAt()
                        .map(name ->
                                new StartAt(task -> isNamed(task, name), FactGathering::isSetup));
    }

    void started() {
        reachedStart.set(true);
    }

    private static boolean isNamed(Task task, String wanted) {
        var name = String.valueOf(task.name());
        var glob = wanted.replaceAll("[^\\w*?]", "\\\\$0").replace("*", ".*").replace("?", ".");
        return name.equals(wanted)
                || name.matches(glob)
                || task.role()
                        .map(role -> (role.name() + " : " + name).matches(glob))
                        .orElse(false);
    }
}
