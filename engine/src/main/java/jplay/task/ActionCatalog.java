package jplay.task;

import java.util.Optional;
import java.util.Set;
import jplay.module.ArgsSpec;

/** The actions there are. */
public interface ActionCatalog {
    /** Looks an action up by any of its names. */
    Optional<Kind<?>> find(String name);

    /**
     * A kind of action.
     *
     * @param raw arguments that are not rendered beforehand, because the action evaluates them
     *     itself
     * @param once whether it acts once for all hosts of a round
     */
    record Kind<T extends Record & Action>(ArgsSpec<T> arguments, Set<String> raw, boolean once) {
        public Kind {
            raw = Set.copyOf(raw);
        }
    }
}
