package jplay.cli;

import java.io.Console;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import jplay.console.Screen;
import jplay.run.Terminal;

/**
 * Standard input and output as whoever started the run; nobody answers when standard input is at
 * its end.
 */
final class StandardTerminal implements Terminal {
    private final Screen screen;

    StandardTerminal(Screen screen) {
        this.screen = screen;
    }

    @Override
    public boolean attended() {
        return console().isPresent();
    }

    @Override
    public void say(String text) {
        screen.line(text);
    }

    @Override
    public Optional<String> ask(String prompt, boolean echo, Optional<Duration> limit) {
        var console = console();
        if (!prompt.isEmpty()) {
            screen.out().print(prompt);
            screen.out().flush();
        }
        return waited(
                console.isPresent() && !echo ? () -> secret(console.get()) : StandardTerminal::line,
                limit);
    }

    /** The terminal, when somebody sits at one. */
    static Optional<Console> console() {
        return Optional.ofNullable(System.console()).filter(Console::isTerminal);
    }

    private static Optional<String> secret(Console console) {
        return Optional.ofNullable(console.readPassword()).map(String::new);
    }

    /** Byte by byte, so that nothing that belongs to a later question is taken. */
    private static Optional<String> line() throws IOException {
        var bytes = new java.io.ByteArrayOutputStream();
        for (var next = System.in.read(); next != '\n'; next = System.in.read()) {
            if (next < 0) {
                return bytes.size() == 0 ? Optional.empty() : Optional.of(text(bytes));
            }
            bytes.write(next);
        }
        return Optional.of(text(bytes));
    }

    private static String text(java.io.ByteArrayOutputStream bytes) {
        return bytes.toString(java.nio.charset.StandardCharsets.UTF_8).replaceAll("\r$", "");
    }

    private static Optional<String> waited(
            Callable<Optional<String>> question, Optional<Duration> limit) {
        var answer = new FutureTask<>(question);
        Thread.ofPlatform().daemon().name("answer").start(answer);
        try {
            return limit.isPresent()
                    ? answer.get(limit.get().toMillis(), TimeUnit.MILLISECONDS)
                    : answer.get();
        } catch (TimeoutException | ExecutionException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
