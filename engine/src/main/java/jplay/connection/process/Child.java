package jplay.connection.process;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import jplay.connection.ShellProcess;

/** A running program of the controller that carries a shell. */
final class Child implements ShellProcess.Control {
    private static final long PATIENCE_MILLIS = 1000;
    private static final long ASIDE_SECONDS = 6;

    private final Process process;
    private final Carrier carrier;
    private final Aside aside;

    /** Starts another shell that runs a script on the same host as the same user. */
    @FunctionalInterface
    interface Aside {
        Process start(String script) throws IOException;
    }

    Child(Process process, Carrier carrier, Aside aside) {
        this.process = process;
        this.carrier = carrier;
        this.aside = aside;
    }

    /** Starts words on a host. */
    static Process start(Carrier carrier, List<String> words) throws IOException {
        var builder = new ProcessBuilder(carrier.command(words));
        builder.environment().putAll(carrier.environment());
        return builder.start();
    }

    boolean running() {
        return process.isAlive();
    }

    ShellProcess shell(String name) {
        return new ShellProcess(
                name,
                process.getOutputStream(),
                process.getInputStream(),
                process.getErrorStream(),
                carrier.folder(),
                this);
    }

    @Override
    public void stop() {
        var family = new ArrayList<>(process.descendants().toList());
        process.destroyForcibly();
        family.forEach(ProcessHandle::destroy);
        try {
            var until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(PATIENCE_MILLIS);
            while (family.stream().anyMatch(ProcessHandle::isAlive) && System.nanoTime() < until) {
                TimeUnit.MILLISECONDS.sleep(5);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } finally {
            family.forEach(ProcessHandle::destroyForcibly);
        }
    }

    @Override
    public void aside(String script) {
        try {
            var other = aside.start(script);
            if (!other.waitFor(ASIDE_SECONDS, TimeUnit.SECONDS)) {
                other.destroyForcibly();
            }
        } catch (IOException _) {
            // the host cannot be reached a second time; what can be done from here is done by stop
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public Optional<String> unreachable(String said) {
        try {
            var status =
                    process.waitFor(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)
                            ? process.exitValue()
                            : 0;
            return carrier.unreachable(new Carrier.Ending(status, said));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return Optional.of("interrupted");
        }
    }
}
