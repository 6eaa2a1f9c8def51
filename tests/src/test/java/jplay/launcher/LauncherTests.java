package jplay.launcher;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.jar.JarFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Starts {@code ./jplay} as a user does: the script, the distribution and its AOT cache. */
class LauncherTests {
    private static final Path ROOT = Path.of("").toAbsolutePath();
    private static final Path JPLAY = ROOT.resolve("jplay");
    private static final Path DISTRIBUTIONS = ROOT.resolve("cli/target/jplay");
    private static final Path JDK = Path.of(System.getProperty("java.home"));

    @TempDir Path folder;
    private Path distribution;

    @BeforeEach
    void findDistribution() throws IOException {
        var current = Files.readString(DISTRIBUTIONS.resolve("current")).strip();
        distribution = DISTRIBUTIONS.resolve(current);
    }

    @Test
    void startsFromAnyFolderThroughLinks() throws Exception {
        var first = Files.createSymbolicLink(folder.resolve("first"), JPLAY);
        var second = Files.createSymbolicLink(folder.resolve("second"), Path.of("first"));
        for (var program : List.of(JPLAY, first, second, Path.of("./second"))) {
            var ended = start(Map.of(), program.toString(), "--version");
            assertTrue(ended.output().startsWith("jplay [core "), ended.toString());
            assertEquals(new Ended(0, ended.output(), ""), ended);
        }
    }

    @Test
    void saysInOneSentenceWhatToInstall() throws Exception {
        var places = Map.of("JAVA_HOME", "", "JPLAY_JDK_SEARCH", folder + "/*");
        var ended = start(places, JPLAY.toString(), "--version");
        assertEquals(new Ended(1, "", ended.errors()), ended);
        assertTrue(
                ended.errors().matches("jplay: found no JDK 25 or newer: install one, .*\\.\n"),
                ended.errors());
    }

    @Test
    void passesByWhatIsTooOld() throws Exception {
        var old = Files.createDirectories(folder.resolve("a/bin"));
        Files.createFile(old.resolve("javac")).toFile().setExecutable(true);
        Files.writeString(folder.resolve("a/release"), "JAVA_VERSION=\"17.0.15\"\n");
        Files.createSymbolicLink(folder.resolve("b"), JDK);
        var places =
                Map.of(
                        "JAVA_HOME",
                        folder.resolve("a").toString(),
                        "JPLAY_JDK_SEARCH",
                        folder + "/*");
        var ended = start(places, JPLAY.toString(), "--version");
        assertEquals(0, ended.status(), ended.toString());
    }

    @Test
    void theCacheIsTaken() throws Exception {
        var loaded = folder.resolve("loaded");
        var cache = distribution.resolve("jplay.aot");
        startWithCache("-Xlog:class+load:file=" + loaded, cache);
        var main =
                Files.readAllLines(loaded).stream()
                        .filter(line -> line.contains(" jplay.cli.Main "))
                        .toList();
        assertEquals(1, main.size(), main.toString());
        assertTrue(main.getFirst().contains("shared objects file"), main.toString());
    }

    @Test
    void aCacheThatDoesNotFitIsPassedByInSilence() throws Exception {
        var broken = Files.writeString(folder.resolve("broken.aot"), "broken");
        for (var cache : List.of(broken, folder.resolve("missing.aot"))) {
            var ended = startWithCache("-XX:AOTMode=auto", cache);
            assertEquals(new Ended(0, ended.output(), ""), ended);
            assertEquals(1, ended.output().lines().filter(line -> line.contains("[")).count());
        }
    }

    @Test
    void noJarIsSigned() throws Exception {
        try (var jars = Files.list(distribution.resolve("lib"))) {
            assertAll(jars.map(jar -> () -> assertFalse(isSigned(jar), jar.toString())));
        }
    }

    private static boolean isSigned(Path jar) throws IOException {
        try (var opened = new JarFile(jar.toFile())) {
            return opened.stream().anyMatch(entry -> entry.getName().endsWith(".SF"));
        }
    }

    private Ended startWithCache(String mode, Path cache) throws Exception {
        var launch =
                Files.readAllLines(ROOT.resolve("tools/launch.sh")).stream()
                        .filter(line -> line.startsWith("jvm_options="))
                        .findFirst()
                        .orElseThrow();
        var words = new ArrayList<>(List.of(JDK.resolve("bin/java").toString()));
        words.addAll(List.of(launch.replaceAll("jvm_options='(.*)'", "$1").split(" ", -1)));
        words.addAll(List.of(mode, "-XX:AOTCache=" + cache, "-jar"));
        words.addAll(List.of(distribution.resolve("lib/jplay.jar").toString(), "--version"));
        return start(Map.of(), words.toArray(String[]::new));
    }

    private Ended start(Map<String, String> environment, String... words) throws Exception {
        var output = folder.resolve("output").toFile();
        var errors = folder.resolve("errors").toFile();
        var builder = new ProcessBuilder(words).directory(folder.toFile());
        builder.environment().putAll(environment);
        builder.environment().put("JPLAY_BUILD", "never");
        builder.redirectOutput(output).redirectError(errors);
        var status = builder.start().waitFor();
        return new Ended(
                status, Files.readString(output.toPath()), Files.readString(errors.toPath()));
    }

    private record Ended(int status, String output, String errors) {}
}
