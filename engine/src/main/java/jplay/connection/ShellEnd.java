package jplay.connection;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import jplay.module.Script;

/**
 * How a shell ends: by itself when it is idle, else by telling what it runs to stop; and why it
 * ended when nobody asked it to. Thread-safe.
 */
final class ShellEnd {
    private static final Script STOP = Script.beside(ShellEnd.class, "stop");
    private static final Duration PATIENCE = Duration.ofSeconds(8);

    private final ShellProcess shell;
    private final Set<String> files = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean ending = new AtomicBoolean();
    private volatile Optional<String> process = Optional.empty();
    private volatile Optional<String> lastWords = Optional.empty();

    ShellEnd(ShellProcess shell) {
        this.shell = shell;
    }

    /** Takes the first answer, which says what number the shell's process has; false later on. */
    boolean began(String number) {
        if (process.isPresent()) {
            return false;
        }
        process = Optional.of(number);
        return true;
    }

    /** Whether there is nothing that has to vanish with the shell. */
    boolean leavesNothing() {
        return files.isEmpty();
    }

    /** Remembers a file that has to vanish with the shell. */
    void uploaded(String path) {
        files.add(path);
    }

    /**
     * Takes what came before it ended; what a login prints that starts no shell may come on either
     * stream.
     */
    void ended(byte[] output, byte[] errors) {
        var said = new String(errors, StandardCharsets.UTF_8).strip();
        if (said.isEmpty() && process.isEmpty()) {
            said = new String(output, StandardCharsets.UTF_8).strip();
        }
        lastWords = Optional.of(said);
    }

    /** Why the shell is gone. */
    String reason() {
        var said = lastWords.orElse("");
        if (process.isEmpty() && lastWords.isPresent()) {
            var otherwise =
                    said.isEmpty() ? "the shell on " + shell.name() + " ended at once" : said;
            return shell.control().unreachable(said).orElse(otherwise);
        }
        var last = said.lines().reduce((_, next) -> next).orElse("");
        var why = last.isEmpty() ? "" : ": " + last;
        return shell.control().lost(last).orElse("lost the shell on " + shell.name() + why);
    }

    /** Ends it, once; takes a few seconds at most, also on a thread that was interrupted. */
    void end(boolean idle, Frames output) {
        if (!ending.compareAndSet(false, true)) {
            return;
        }
        patiently(idle ? () -> leave(output) : () -> process.ifPresent(this::stopOnHost));
        shell.control().stop();
    }

    private void leave(Frames output) {
        try {
            try (var input = shell.input()) {
                input.write(removal().getBytes(StandardCharsets.UTF_8));
            }
            output.last();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (IOException _) {
            // it is gone already
        }
    }

    private void stopOnHost(String number) {
        shell.control().aside(STOP.text() + "\nstop_shell " + number + "\n" + removal());
    }

    private String removal() {
        var text = new StringBuilder("rm -f");
        files.forEach(file -> text.append(' ').append(ShellText.quoted(file)));
        return files.isEmpty() ? "" : text + "\n";
    }

    /** A thread of its own is not disturbed by the interruption that ends the run. */
    private static void patiently(Runnable work) {
        var interrupted = Thread.interrupted();
        try {
            Thread.ofVirtual().start(work).join(PATIENCE);
        } catch (InterruptedException _) {
            interrupted = true;
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
