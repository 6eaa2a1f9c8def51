package jplay.connection.become;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import jplay.connection.Become;
import jplay.connection.Patience;
import jplay.connection.ShellProcess;
import jplay.connection.UnreachableException;
import jplay.module.TaskFailure;

/**
 * Waits until a shell runs as the wanted user, giving the password when, and only when, it is asked
 * for. What else is printed before, such as a lecture, is nobody's.
 */
public final class Greeting {
    private static final long LIMIT_NANOS = TimeUnit.SECONDS.toNanos(30);
    private static final long MOST_MILLIS = 16;
    private static final Pattern TERMINAL = Pattern.compile("\\btty\\b");

    private final ShellProcess shell;
    private final Become become;
    private final ByteArrayOutputStream output = new ByteArrayOutputStream();
    private final ByteArrayOutputStream errors = new ByteArrayOutputStream();
    private boolean told;
    private boolean wrong;

    private Greeting(ShellProcess shell, Become become) {
        this.shell = shell;
        this.become = become;
    }

    /**
     * Leads the dialogue. Who only logs in is waited for as long as that takes.
     *
     * @param running whether the other side is still there
     * @throws TaskFailure when the user cannot be become
     * @throws UnreachableException when the host cannot be reached
     */
    public static void exchange(ShellProcess shell, Become become, BooleanSupplier running)
            throws IOException {
        var greeting = new Greeting(shell, become);
        try {
            greeting.lead(running);
        } catch (TaskFailure | UnreachableException | IOException e) {
            shell.control().stop();
            throw e;
        }
    }

    private void lead(BooleanSupplier running) throws IOException {
        var started = System.nanoTime();
        for (var millis = 1L; !heard(); millis = Math.min(MOST_MILLIS, millis * 2)) {
            if (wrong || (!running.getAsBoolean() && !heard())) {
                throw refused();
            }
            if (!become.none() && System.nanoTime() - started > LIMIT_NANOS) {
                throw failure("no answer within 30 seconds");
            }
            Patience.pause(millis);
        }
    }

    /** Takes what was printed so far; whether the shell greeted. */
    private boolean heard() throws IOException {
        take(shell.errors(), errors, "");
        if (take(shell.output(), output, BecomeCommand.GREETING + "\n")) {
            return true;
        }
        if (!become.none() && (Prompt.asks(text(errors)) || Prompt.asks(text(output)))) {
            asked();
        }
        return false;
    }

    private void asked() throws IOException {
        if (told || become.password().isEmpty()) {
            wrong = true;
            return;
        }
        told = true;
        errors.reset();
        output.reset();
        var line = become.password().get().reveal() + "\n";
        shell.input().write(line.getBytes(StandardCharsets.UTF_8));
        shell.input().flush();
    }

    /** Reads what is there, but nothing behind the end; whether the end was there. */
    private static boolean take(InputStream stream, ByteArrayOutputStream text, String end)
            throws IOException {
        while (stream.available() > 0) {
            var next = stream.read();
            text.write(next);
            if (next == '\n' && !end.isEmpty() && text(text).endsWith(end)) {
                return true;
            }
        }
        return false;
    }

    private static String text(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private RuntimeException refused() {
        var said = (text(errors) + text(output)).replace(BecomeCommand.PROMPT, "").strip();
        var method = BecomeCommand.method(become);
        var unreachable = wrong ? Optional.<String>empty() : shell.control().unreachable(said);
        if (unreachable.isPresent()) {
            return new UnreachableException(unreachable.get());
        }
        if (become.none()) {
            return new UnreachableException(
                    "the login on %s does not start a shell%s"
                            .formatted(shell.name(), said.isEmpty() ? "" : ": " + said));
        }
        if (TERMINAL.matcher(said).find()) {
            return new TerminalWanted(failure(said).getMessage());
        }
        if (told && (wrong || !method.equals("sudo") || Prompt.mentions(said))) {
            return new TaskFailure("Incorrect " + method + " password");
        }
        if (wrong || (become.password().isEmpty() && Prompt.mentions(said))) {
            return new TaskFailure("Missing " + method + " password");
        }
        return failure(said.isEmpty() ? "no answer" : said);
    }

    private TaskFailure failure(String why) {
        return new TaskFailure(
                "cannot become %s with %s: %s"
                        .formatted(become.user(), BecomeCommand.method(become), why));
    }
}
