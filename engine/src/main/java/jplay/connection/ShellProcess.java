package jplay.connection;

import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;

/**
 * A running {@code sh} that reads commands from its standard input.
 *
 * @param name the host and user, for messages
 * @param folder where the user may make temporary files; others are tried when there is no room
 * @param control what else can be done with it
 */
public record ShellProcess(
        String name,
        OutputStream input,
        InputStream output,
        InputStream errors,
        String folder,
        Control control) {
    /** What can be done with a shell beside talking to it. Never throws. */
    @FunctionalInterface
    public interface Control {
        /** Ends it, and what it runs as far as that can be reached; may be called several times. */
        void stop();

        /**
         * Runs a script in another short-lived shell of the same user on the same host, so that
         * what this one runs can be told to stop; without effect where {@link #stop} can do that.
         */
        default void aside(String script) {}

        /**
         * Why the host is gone, in one sentence, when a shell that had begun ended for that.
         *
         * @param said the last line that came on its error stream
         */
        default Optional<String> lost(String said) {
            return Optional.empty();
        }

        /**
         * Why the host cannot be reached, in one sentence, when that is why the shell ended.
         *
         * @param said what came on its error stream
         */
        default Optional<String> unreachable(String said) {
            return Optional.empty();
        }
    }
}
