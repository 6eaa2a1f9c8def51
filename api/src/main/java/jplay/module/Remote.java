package jplay.module;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import jplay.module.type.Mode;
import jplay.module.type.Payload;

/**
 * The host a task is about, as the user it runs as. Each call is a round trip: ask for all that is
 * needed at once.
 *
 * <p>{@code probe} reads and may be used any time; {@code exec} changes and works only while the
 * engine applies a {@link Plan.Change}. Both return whatever the exit status is; a lost connection
 * is an exception that modules let pass.
 */
public interface Remote {
    /** Runs something that changes nothing. */
    Answer probe(Command command);

    /**
     * Runs something that changes the host.
     *
     * @throws IllegalStateException while planning: that is a defect of the module
     */
    Answer exec(Command command);

    /**
     * Writes bytes to a new or existing file, by a temporary name and a rename; a change like
     * {@link #exec}.
     */
    void write(Payload payload, String path, Mode mode);

    /** {@link #probe(Command)} of a program and its arguments, taken literally. */
    default Answer probe(String program, String... arguments) {
        return probe(Command.of(program, arguments));
    }

    /** {@link #exec(Command)} of a program and its arguments, taken literally. */
    default Answer exec(String program, String... arguments) {
        return exec(Command.of(program, arguments));
    }

    /** Whether this host is the controller itself, reached without a network. */
    boolean local();

    /**
     * A note about this host and user, kept from task to task until another one takes its place. It
     * may be out of date: what is made of it has the host make sure, see {@link Plan.Foreseen}.
     */
    default AtomicReference<Optional<Object>> note() {
        return new AtomicReference<>(Optional.empty());
    }

    /** How scripts on this host talk to jplay. */
    ScriptProtocol protocol();

    /**
     * {@link #probe(Command)} of a script's function, and what it said.
     *
     * @throws TaskFailure when it gave up
     */
    default Report look(Command call) {
        return protocol().report(probe(call));
    }

    /**
     * {@link #exec(Command)} of a script's function, and what it said.
     *
     * @throws TaskFailure when it gave up
     */
    default Report touch(Command call) {
        return protocol().report(exec(call));
    }
}
