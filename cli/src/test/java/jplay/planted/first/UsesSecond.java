package jplay.planted.first;

import java.util.Optional;
import jplay.planted.second.UsesFirst;

/** Half of a cycle, on purpose. */
public record UsesSecond(Optional<UsesFirst> other) {
    /** Closes the cycle. */
    public Optional<UsesFirst> otherOfOther() {
        return other.flatMap(UsesFirst::self);
    }
}
