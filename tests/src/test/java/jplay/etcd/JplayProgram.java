package jplay.etcd;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** The program as a user starts it: the launcher of the checkout, or its classes where nothing is packaged yet. */
final class JplayProgram {
    private static final int MINUTES = 12;

    /** What a run gave: its exit status and all it wrote. */
    record Run(int status, String output) {
        /** How many tasks changed something on a host, by the recap. */
        int changed(String host) {
            var recap =
                    Pattern.compile("(?m)^" + Pattern.quote(host) + " +: ok=\\d+ +changed=(\\d+)")
                            .matcher(output);
            assertTrue(recap.find(), () -> "no recap of " + host + ":\n" + output);
            return Integer.parseInt(recap.group(1));
        }
    }

    private final Path root = checkout();

    /** Runs it to its end in the checkout. */
    Run run(String... arguments) throws IOException, InterruptedException {
        var words = new ArrayList<>(command());
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

    /** Surefire tells the folder of the module it tests; by then the distribution is built. */
    private List<String> command() {
        if (System.getProperty("basedir") != null) {
            return List.of(root.resolve("jplay").toString());
        }
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Djplay.home=" + root,
                "-cp",
                System.getProperty("java.class.path"),
                "jplay.cli.Main");
    }

    private static Path checkout() {
        var folder = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(folder.resolve("playbooks"))) {
            folder = folder.getParent();
        }
        return folder;
    }
}
