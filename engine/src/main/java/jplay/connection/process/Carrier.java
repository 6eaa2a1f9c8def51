package jplay.connection.process;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import jplay.connection.Patience;

/** How a program of the controller runs words on a host and carries their three streams. */
public interface Carrier {
    /** The program and its arguments that run a program with literal arguments on the host. */
    List<String> command(List<String> words);

    /** Variables of the controller's program; they may be secret. */
    default Map<String, String> environment() {
        return Map.of();
    }

    /** Where on the host temporary files may be made first of all. */
    default String folder() {
        return "/tmp";
    }

    /** Whether the host is the controller itself, seen as it is. */
    default boolean local() {
        return false;
    }

    /**
     * Checks what can be known before anything is started.
     *
     * @throws jplay.connection.UnreachableException with one sentence
     */
    default void check() {}

    /**
     * Whether the host may be far away: a shell there is told nothing before it has answered, and
     * starting it may be tried again.
     */
    default boolean far() {
        return false;
    }

    /**
     * Pauses before a far host is tried again; false when that is of no use.
     *
     * @param why it was not reached
     */
    default boolean goesOn(String why, Patience patience) {
        return false;
    }

    /** Why the host cannot be reached, in one sentence, when that is why the program ended. */
    Optional<String> unreachable(Ending ending);

    /** The same for a program that ended after its shell had begun. */
    default Optional<String> lost(Ending ending) {
        return Optional.empty();
    }

    /**
     * How the program ended.
     *
     * @param status its exit status
     * @param said what came on its error stream
     */
    record Ending(int status, String said) {}
}
