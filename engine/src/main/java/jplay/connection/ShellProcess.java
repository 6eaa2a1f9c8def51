package jplay.connection;

import java.io.InputStream;
import java.io.OutputStream;

/**
 * A running {@code sh} that reads commands from its standard input.
 *
 * @param name the host and user, for messages
 * @param folder where the user may make temporary files
 * @param stop ends it and what it runs; may be called several times, never throws
 */
public record ShellProcess(
        String name,
        OutputStream input,
        InputStream output,
        InputStream errors,
        String folder,
        Runnable stop) {
    void end() {
        stop.run();
    }
}
