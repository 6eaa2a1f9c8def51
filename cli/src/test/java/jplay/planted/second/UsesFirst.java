package jplay.planted.second;

import java.util.Optional;
import jplay.planted.first.UsesSecond;

/** The other half of a cycle, on purpose. */
public record UsesFirst(UsesSecond other) {
    /** Itself. */
    public Optional<UsesFirst> self() {
        return other.otherOfOther();
    }
}
