package jplay.strategy;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import jplay.play.PlayIterator;
import jplay.play.Program;

/**
 * What a batch of hosts works with.
 *
 * @param playEnded set when the play is to end for the batches that follow, too
 */
public record BatchSetting(
        PlayIterator iterator,
        Program.Choice choice,
        TaskLoading loading,
        RunState state,
        AtomicBoolean playEnded) {
    /** Hosts that were not lost. */
    List<String> reachable() {
        return iterator.hosts().stream().filter(host -> !iterator.unreachable(host)).toList();
    }

    /** Ends the batch for all its hosts, and perhaps the play. */
    void end(boolean play) {
        if (play) {
            playEnded.set(true);
        }
        iterator.endAll();
    }
}
