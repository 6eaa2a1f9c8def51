package jplay.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Starts jplay. */
public final class Main {
    private static final int BUFFER = 8192;
    private static final int HUNG_UP = 129;
    private static final int TERMINATED = 143;
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private Main() {}

    /** Runs one command line and ends the process with its exit code. */
    public static void main(String[] arguments) {
        var out = stream(FileDescriptor.out);
        var errors = stream(FileDescriptor.err);
        var end = new End(Thread.currentThread());
        Runtime.getRuntime().addShutdownHook(new Thread(end::stopRun, "stop"));
        var code = run(List.of(arguments), out, errors);
        out.flush();
        errors.flush();
        end.reached(code);
        System.exit(code.code());
    }

    private static ExitCode run(List<String> arguments, PrintStream out, PrintStream errors) {
        if (arguments.equals(List.of("--version"))) {
            out.println(version());
            return ExitCode.OK;
        }
        return new CommandLineRun(out, errors).run(arguments);
    }

    /** The first line of {@code --version}. */
    static String version() {
        var version = Optional.ofNullable(Main.class.getPackage().getImplementationVersion());
        return "jplay [core " + version.orElse("unreleased") + "]";
    }

    private static PrintStream stream(FileDescriptor descriptor) {
        var raw = new java.io.BufferedOutputStream(new FileOutputStream(descriptor), BUFFER);
        return new PrintStream(raw, true, StandardCharsets.UTF_8);
    }

    /** Lets a run that is stopped by a signal clean up and keep its own exit code. */
    private static final class End {
        private final Thread runner;
        private volatile Optional<ExitCode> code = Optional.empty();

        End(Thread runner) {
            this.runner = runner;
        }

        void reached(ExitCode exitCode) {
            code = Optional.of(exitCode);
        }

        void stopRun() {
            if (code.isPresent()) {
                return;
            }
            runner.interrupt();
            var deadline = System.nanoTime() + PATIENCE.toNanos();
            while (code.isEmpty() && System.nanoTime() < deadline) {
                pause();
            }
            Runtime.getRuntime().halt(signal().orElse(ExitCode.INTERRUPTED.code()));
        }

        /**
         * What a shell tells of a process that a signal other than Ctrl-C's ended; the JVM names
         * the threads that take signals in.
         */
        private static Optional<Integer> signal() {
            var threads =
                    Thread.getAllStackTraces().keySet().stream().map(Thread::getName).toList();
            if (threads.contains("SIGTERM handler")) {
                return Optional.of(TERMINATED);
            }
            return threads.contains("SIGHUP handler") ? Optional.of(HUNG_UP) : Optional.empty();
        }

        private static void pause() {
            try {
                Thread.sleep(5);
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
