package jplay.task;

/** The run is being stopped while a task waits. */
final class RunInterrupted extends RuntimeException {
    private static final long serialVersionUID = 1L;

    RunInterrupted(InterruptedException cause) {
        super("interrupted", cause);
    }
}
