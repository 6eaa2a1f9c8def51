package jplay.strategy;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import jplay.play.PlayIterator;
import jplay.play.Program;
import jplay.play.Step;

/**
 * What a batch of hosts works with.
 *
 * @param limits when to stop
 * @param debugger asked after each task on each host
 * @param consent asked before each task that all hosts do together
 */
public record BatchSetting(
        PlayIterator iterator,
        Program.Choice choice,
        TaskLoading loading,
        RunState state,
        Limits limits,
        Consent consent,
        Debugger debugger) {
    /**
     * What ends more than the batch.
     *
     * @param maxFailPercentage when more hosts of the batch failed, all of them do
     * @param playEnded set when the play is to end for the batches that follow, too
     * @param needsHandlers whether it is a mistake to notify what no handler answers to
     * @param broken set when the run is to end, because too many hosts failed
     */
    public record Limits(
            Optional<Double> maxFailPercentage,
            AtomicBoolean playEnded,
            AtomicBoolean broken,
            boolean needsHandlers) {}

    /** Whether whoever started the run wants a task to be done. */
    public interface Consent {
        /** Asks, or knows the answer. */
        boolean to(Step step);
    }

    /** Whether too many hosts failed. */
    boolean tooManyFailed() {
        var failed = iterator.hosts().stream().filter(iterator::failed).count();
        return limits.maxFailPercentage()
                .map(percent -> failed * 100.0 / iterator.hosts().size() > percent)
                .orElse(false);
    }

    /** Hosts that were not lost. */
    List<String> reachable() {
        return iterator.hosts().stream().filter(host -> !iterator.unreachable(host)).toList();
    }

    /** Ends the batch for all its hosts, and perhaps the play. */
    void end(boolean play) {
        if (play) {
            limits.playEnded().set(true);
        }
        iterator.endAll();
    }
}
