package jplay.play;

import java.util.List;

/** What a step came to, as far as it decides what its host does next. */
public sealed interface Turn {
    /** It is over; {@code ran} is false when it was skipped. */
    record Done(boolean ran) implements Turn {}

    /** It failed and nothing said that this does not matter. */
    record Failed() implements Turn {}

    /** The host was lost. */
    record Unreachable() implements Turn {}

    /** It asked for these tasks, in this order. */
    record Included(List<Splice> splices) implements Turn {
        public Included {
            splices = List.copyOf(splices);
        }
    }

    /** The handlers that were notified so far are to run now. */
    record FlushHandlers() implements Turn {}

    /** The host is done with the play. */
    record EndHost() implements Turn {}

    /** The host leaves the role the step belongs to. */
    record EndRole() implements Turn {}
}
