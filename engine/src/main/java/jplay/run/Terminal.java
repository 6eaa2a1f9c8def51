package jplay.run;

import java.time.Duration;
import java.util.Optional;

/** Whoever started the run, as far as a run talks to them. */
public interface Terminal {
    /** Whether somebody sits there who can be asked at any time. */
    default boolean attended() {
        return false;
    }

    /** Shows a text. */
    void say(String text);

    /**
     * Asks for a line.
     *
     * @param echo whether what is typed may be seen
     * @param limit how long to wait at most
     * @return empty when nobody can answer, or nobody did in time
     */
    Optional<String> ask(String prompt, boolean echo, Optional<Duration> limit);
}
