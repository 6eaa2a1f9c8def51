package jplay.connection;

/** One host, reached; closed at the end of the run. Thread-safe. */
public interface Connection extends AutoCloseable {
    /**
     * The long-lived shell of a user on this host, started on first use.
     *
     * @throws UnreachableException when the host or the user cannot be reached
     */
    ShellWorker worker(Become become);

    /** Whether the host is the controller itself. */
    boolean local();

    /** Ends the shells; what they still run is told to stop. Never throws. */
    @Override
    void close();
}
