package jplay.connection.ssh;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.util.concurrent.TimeUnit;
import jplay.connection.ssh.ConnectFailure.Again;

/** The two streams of a {@code ProxyCommand} as a socket. */
final class ProcessSocket extends Socket {
    private static final int WORDS = 2048;
    private static final long PATIENCE_MILLIS = 500;

    private final Process process;

    private ProcessSocket(Process process) {
        this.process = process;
    }

    /** Starts the command with the user's shell, as OpenSSH does. */
    static ProcessSocket start(SshTarget target, String command) throws ConnectFailure {
        var options = target.options();
        var shell = options.localUser().environment().getOrDefault("SHELL", "/bin/sh");
        try {
            var text = "exec " + options.tokens().replaced(command);
            return new ProcessSocket(new ProcessBuilder(shell, "-c", text).start());
        } catch (IOException e) {
            throw new ConnectFailure("ProxyCommand cannot be started", Again.NO, e);
        }
    }

    @Override
    public boolean isConnected() {
        return true;
    }

    @Override
    public InputStream getInputStream() {
        return process.getInputStream();
    }

    @Override
    public OutputStream getOutputStream() {
        return process.getOutputStream();
    }

    @Override
    public void setSoTimeout(int millis) {
        // the deadline of the connection ends the process
    }

    /** What the command said on its error stream when it ended by itself. */
    String lastWords() {
        try {
            if (!process.waitFor(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)) {
                return "";
            }
            return new String(
                            process.getErrorStream().readNBytes(WORDS),
                            java.nio.charset.StandardCharsets.UTF_8)
                    .strip();
        } catch (IOException _) {
            return "";
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return "";
        }
    }

    @Override
    public void close() {
        process.destroy();
    }
}
