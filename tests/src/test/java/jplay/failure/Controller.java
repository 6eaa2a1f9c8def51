package jplay.failure;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/**
 * The program as a user runs it, in a folder with an inventory {@code hosts}.
 *
 * @param memory how much its heap may hold, in Java's words
 * @param starter what becomes it
 */
public record Controller(Path folder, String memory, List<String> starter) {
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    /** All signals are heeded, also where the tests run in the background and ignore some. */
    private static final List<String> HEEDING = List.of("env", "--default-signal");

    /** One in a folder of its own, where {@code @retry} files are kept as well. */
    public static Controller in(Path folder) {
        write(folder.resolve("ansible.cfg"), "[defaults]\nretry_files_enabled = true\n");
        return new Controller(folder, "256m", HEEDING);
    }

    Controller withMemory(String size) {
        return new Controller(folder, size, starter);
    }

    /** As a terminal starts it: what it starts is pressed Ctrl-C as well. */
    Controller withTerminal() {
        var words = new ArrayList<>(List.of("setsid"));
        words.addAll(starter);
        return new Controller(folder, memory, words);
    }

    /** A playbook of two tasks: one that comes through, and this one. */
    static String play(String task) {
        return """
        - hosts: all
          gather_facts: false
          tasks:
            - command: "true"
            - %s
        """
                .formatted(task.replace("\n", "\n      "));
    }

    public Path file(String name, String text) {
        return write(folder.resolve(name), text);
    }

    private static Path write(Path file, String text) {
        try {
            return Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs a playbook to its end. */
    public Run run(String playbook, String... options) throws IOException, InterruptedException {
        return start(playbook, options).end();
    }

    /** Begins to run a playbook. */
    Running start(String playbook, String... options) throws IOException {
        var words = new ArrayList<>(starter);
        words.addAll(
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Xmx" + memory,
                        "-cp",
                        ClassPath.of(Controller.class.getClassLoader()),
                        "jplay.cli.Main",
                        "-i",
                        "hosts",
                        file("site.yml", playbook).toString()));
        words.addAll(List.of(options));
        var log = Files.createTempFile(folder, "run", ".log");
        var builder = new ProcessBuilder(words).directory(folder.toFile());
        builder.redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("ANSIBLE_"));
        builder.environment().remove("SSH_AUTH_SOCK");
        var process = builder.start();
        process.getOutputStream().close();
        return new Running(process, log);
    }

    /** A run that goes on. */
    record Running(Process process, Path log) {
        Run end() throws IOException, InterruptedException {
            try {
                assertTrue(
                        process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS),
                        () -> "still running: " + said());
                return new Run(process.exitValue(), said());
            } finally {
                process.destroyForcibly();
            }
        }

        String said() {
            try {
                return Files.readString(log);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** Waits until something came about while it runs. */
        void await(String what, BooleanSupplier done) throws InterruptedException {
            var end = System.nanoTime() + PATIENCE.toNanos();
            while (!done.getAsBoolean()) {
                assertTrue(process.isAlive(), () -> "ended before " + what + ":\n" + said());
                assertTrue(System.nanoTime() < end, () -> "no " + what + ":\n" + said());
                TimeUnit.MILLISECONDS.sleep(50);
            }
        }

        /** Looks at it as long as it runs; gives the most memory that it had, in KiB. */
        LongSupplier watchMemory() {
            var peak = new AtomicLong();
            var status = Path.of("/proc", String.valueOf(process.pid()), "status");
            Thread.ofVirtual()
                    .start(() -> {
                        while (process.isAlive()) {
                            peak.accumulateAndGet(peak(status), Math::max);
                            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
                        }
                    });
            return peak::get;
        }

        private static long peak(Path status) {
            try (var lines = Files.lines(status)) {
                return lines.filter(line -> line.startsWith("VmHWM:"))
                        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                        .findFirst()
                        .orElse(0);
            } catch (IOException | UncheckedIOException _) {
                // it has ended
                return 0;
            }
        }

        /** To it and all that it started, as a terminal does. */
        void interrupt() throws IOException, InterruptedException {
            var _ = new ProcessBuilder("kill", "-INT", "--", "-" + process.pid()).start().waitFor();
        }

        void signal(String name) throws IOException, InterruptedException {
            var _ =
                    new ProcessBuilder("kill", "-" + name, String.valueOf(process.pid()))
                            .start()
                            .waitFor();
        }
    }
}
