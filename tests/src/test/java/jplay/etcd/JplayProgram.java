package jplay.etcd;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/**
 * The program as a user starts it: the checkout's launcher, or what the environment's JPLAY_PROGRAM
 * names.
 */
public final class JplayProgram {
    private static final int MINUTES = 12;

    /** What a run gave: its exit status and all it wrote. */
    public record Run(int status, String output) {
        /** How many tasks changed something on a host, by the recap. */
        public int changed(String host) {
            var recap =
                    Pattern.compile("(?m)^" + Pattern.quote(host) + " +: ok=\\d+ +changed=(\\d+)")
                            .matcher(output);
            assertTrue(recap.find(), () -> "no recap of " + host + ":\n" + output);
            return Integer.parseInt(recap.group(1));
        }
    }

    private final Path root = checkout();

    /** Runs it to its end in the checkout. */
    public Run run(String... arguments) throws IOException, InterruptedException {
        var words = new ArrayList<String>();
        words.add(System.getenv().getOrDefault("JPLAY_PROGRAM", root.resolve("jplay").toString()));
        words.addAll(List.of(arguments));
        var log = Files.createTempFile("jplay", ".log");
        var builder = new ProcessBuilder(words).directory(root.toFile());
        builder.redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("ANSIBLE_"));
        builder.environment().put("JPLAY_BUILD", "never");
        var process = builder.start();
        process.getOutputStream().close();
        try {
            assertTrue(
                    process.waitFor(MINUTES, TimeUnit.MINUTES),
                    () -> "still running: " + String.join(" ", words));
            return new Run(process.exitValue(), Files.readString(log));
        } finally {
            process.destroyForcibly();
            Files.delete(log);
        }
    }

    private static Path checkout() {
        var folder = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(folder.resolve("playbooks"))) {
            folder = folder.getParent();
        }
        return folder;
    }
}
