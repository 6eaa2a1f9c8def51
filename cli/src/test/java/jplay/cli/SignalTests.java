package jplay.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.net.URISyntaxException;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whole processes that are told to stop in the middle of a task. */
class SignalTests {
    @TempDir Path folder;

    @ParameterizedTest
    @CsvSource({"INT, 99", "TERM, 143", "HUP, 129"})
    void stopsWhatRunsAndTellsHowFarItCame(String signal, int status) throws Exception {
        var seconds = "97." + ProcessHandle.current().pid() + status;
        var started = folder.resolve("started");
        Files.writeString(
                folder.resolve("play.yml"),
                """
                - hosts: all
                  gather_facts: false
                  tasks:
                    - command: "true"
                    - shell: touch %s; sleep %s | cat
                    - debug: msg=never
                """
                        .formatted(started, seconds));
        var process = start(folder, "-i", "localhost,", "-c", "local", "play.yml");
        for (var tries = 0; !Files.exists(started) && tries < 600; tries++) {
            Thread.sleep(50);
        }
        new ProcessBuilder("kill", "-" + signal, String.valueOf(process.pid())).start().waitFor();
        assertTrue(process.waitFor(2, TimeUnit.MINUTES));
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(status, process.exitValue(), said);
        assertTrue(said.contains("PLAY RECAP"), said);
        assertTrue(said.contains("localhost                  : ok=1 "), said);
        assertTrue(
                ProcessHandle.allProcesses()
                        .noneMatch(each -> each.info().commandLine().orElse("").contains(seconds)));
    }

    /** A process of its own, in a folder; it heeds all signals, also where the tests do not. */
    static Process start(Path folder, String... arguments) throws Exception {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var command = new ArrayList<>(List.of("env", "--default-signal"));
        command.addAll(List.of(java, "-cp", classPath(), "jplay.cli.Main"));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
    }

    private static String classPath() throws URISyntaxException {
        if (Main.class.getClassLoader() instanceof URLClassLoader loader) {
            var paths = new ArrayList<String>();
            for (var url : loader.getURLs()) {
                paths.add(Path.of(url.toURI()).toString());
            }
            return String.join(File.pathSeparator, paths);
        }
        return System.getProperty("java.class.path");
    }
}
