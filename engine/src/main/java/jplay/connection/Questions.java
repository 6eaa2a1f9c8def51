package jplay.connection;

import java.util.Optional;

/** Whoever started the run, asked for what only they know; one question at a time. Thread-safe. */
@FunctionalInterface
public interface Questions {
    /** Nobody is there. */
    Questions NOBODY = (_, _) -> Optional.empty();

    /**
     * Asks for a line.
     *
     * @param echo whether what is typed may be seen
     * @return empty when nobody is there to answer
     */
    Optional<String> ask(String prompt, boolean echo);
}
