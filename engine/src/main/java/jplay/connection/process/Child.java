package jplay.connection.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import jplay.connection.ShellProcess;
import jplay.connection.UnreachableException;
import jplay.module.TaskFailure;

/**
 * A running program of the controller that carries a shell; another one can be had on the same
 * host.
 */
final class Child implements ShellProcess.Control {
    private static final long PATIENCE_MILLIS = 500;
    private static final long ASIDE_SECONDS = 6;

    private final Process process;
    private final Carrier carrier;
    private final Supplier<Child> another;

    Child(Process process, Carrier carrier, Supplier<Child> another) {
        this.process = process;
        this.carrier = carrier;
        this.another = another;
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
        var family = new LinkedHashSet<>(process.descendants().toList());
        process.destroyForcibly();
        family.forEach(ProcessHandle::destroy);
        try {
            await(family);
            // a process that was just starting may have missed it, or have a child by now
            List.copyOf(family).stream()
                    .filter(ProcessHandle::isAlive)
                    .flatMap(each -> Stream.concat(Stream.of(each), each.descendants()))
                    .forEach(each -> {
                        family.add(each);
                        each.destroy();
                    });
            await(family);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } finally {
            family.forEach(ProcessHandle::destroyForcibly);
        }
    }

    private static void await(Set<ProcessHandle> family) throws InterruptedException {
        var until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(PATIENCE_MILLIS);
        while (family.stream().anyMatch(ProcessHandle::isAlive) && System.nanoTime() < until) {
            TimeUnit.MILLISECONDS.sleep(5);
        }
    }

    @Override
    public void aside(String script) {
        try {
            another.get().carryOut(script);
        } catch (UnreachableException | TaskFailure | IOException _) {
            // the host cannot be reached a second time; what can be done from here is done by stop
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /** By standard input, since argument lists are short on some systems. */
    private void carryOut(String script) throws IOException, InterruptedException {
        try (var input = process.getOutputStream()) {
            input.write((script + "\nexit\n").getBytes(StandardCharsets.UTF_8));
        }
        if (!process.waitFor(ASIDE_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }

    @Override
    public Optional<String> unreachable(String said) {
        return judged(said, carrier::unreachable);
    }

    @Override
    public Optional<String> lost(String said) {
        return judged(said, carrier::lost);
    }

    private Optional<String> judged(
            String said, Function<Carrier.Ending, Optional<String>> judgement) {
        try {
            var status =
                    process.waitFor(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)
                            ? process.exitValue()
                            : 0;
            return judgement.apply(new Carrier.Ending(status, said));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return Optional.of("interrupted");
        }
    }
}
