package jplay.connection.become;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import jplay.connection.Become;
import jplay.connection.UnreachableException;

/**
 * Waits until a shell runs as the other user, giving the password when, and only when, it is asked
 * for.
 */
public final class Greeting {
    private static final long LIMIT_NANOS = TimeUnit.SECONDS.toNanos(30);
    private static final long STEP_MILLIS = 2;

    private final Process process;
    private final Become become;
    private final StringBuilder output = new StringBuilder();
    private final StringBuilder errors = new StringBuilder();
    private boolean told;

    private Greeting(Process process, Become become) {
        this.process = process;
        this.become = become;
    }

    /**
     * Leads the dialogue.
     *
     * @throws UnreachableException when the user cannot be become
     */
    public static void exchange(Process process, Become become, String host) throws IOException {
        var greeting = new Greeting(process, become);
        var started = System.nanoTime();
        while (!greeting.heard()) {
            if (!process.isAlive() && !greeting.heard()) {
                throw greeting.refused(host);
            }
            if (System.nanoTime() - started > LIMIT_NANOS) {
                process.destroyForcibly();
                throw greeting.refused(host);
            }
            pause();
        }
    }

    /** Takes what was printed so far; whether the shell greeted. */
    private boolean heard() throws IOException {
        take(process.getInputStream(), output, BecomeCommand.GREETING + "\n");
        take(process.getErrorStream(), errors, "");
        if (!told && errors.indexOf(BecomeCommand.PROMPT) >= 0 && become.password().isPresent()) {
            told = true;
            var line = become.password().get().reveal() + "\n";
            process.getOutputStream().write(line.getBytes(StandardCharsets.UTF_8));
            process.getOutputStream().flush();
            errors.setLength(0);
        } else if (told && errors.indexOf(BecomeCommand.PROMPT) >= 0) {
            process.destroyForcibly();
        }
        return output.indexOf(BecomeCommand.GREETING + "\n") >= 0;
    }

    /** Reads what is there, but nothing behind the end. */
    private static void take(InputStream stream, StringBuilder text, String end)
            throws IOException {
        while (stream.available() > 0 && (end.isEmpty() || text.indexOf(end) < 0)) {
            text.append((char) stream.read());
        }
    }

    private UnreachableException refused(String host) {
        var why = errors.toString().replace(BecomeCommand.PROMPT, "").strip();
        var reason = told ? "the password was refused" : why.isEmpty() ? "no answer" : why;
        return new UnreachableException(
                "cannot become %s with %s on %s: %s"
                        .formatted(become.user(), become.method(), host, reason));
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(STEP_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UnreachableException("interrupted", e);
        }
    }
}
