package jplay.conformance;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Runs programs to their end. */
final class Shell {
    private static final int MINUTES = 10;

    private Shell() {}

    /** Exit status, and all that was written to standard output and error. */
    record Run(int status, String output) {}

    /** Runs a script of this machine's shell. */
    static Run run(Path folder, String script) {
        return run(folder, Map.of(), List.of("sh", "-c", "umask 022; " + script));
    }

    static Run run(Path folder, Map<String, String> environment, List<String> words) {
        try {
            var log = Files.createTempFile("conformance", ".log");
            var builder = new ProcessBuilder(words).directory(folder.toFile());
            builder.redirectErrorStream(true).redirectOutput(log.toFile());
            builder.redirectInput(Path.of("/dev/null").toFile());
            builder.environment().keySet().removeIf(name -> name.startsWith("ANSIBLE_STDOUT"));
            builder.environment().putAll(environment);
            var process = builder.start();
            if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new IllegalStateException("still running: " + String.join(" ", words));
            }
            var output = new String(Files.readAllBytes(log), StandardCharsets.UTF_8);
            Files.delete(log);
            return new Run(process.exitValue(), output);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
