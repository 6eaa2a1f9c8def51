package jplay.modules.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jplay.module.Result;
import jplay.module.type.RemotePath;
import jplay.modules.LocalRemote;
import jplay.modules.process.Background.State;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BackgroundTests {
    private static final List<String> SLEEP = List.of("sleep", "300");
    private static final List<String> STUBBORN =
            List.of("sh", "-c", "trap '' TERM; while :; do sleep 0.1; done");

    private static final Optional<String> NOBODY_ELSE = Optional.empty();

    @TempDir private Path folder;
    private LocalRemote host = LocalRemote.controller();

    @AfterEach
    void stop() {
        var _ = host.run(task(SLEEP).state(State.ABSENT));
    }

    @ParameterizedTest
    @ValueSource(strings = {"sh", "dash", "bash", "busybox sh"})
    void startsOnceAndStops(String shell) {
        host = LocalRemote.with(shell);
        var started = host.run(task(SLEEP).state(State.STARTED));
        assertTrue(started.changed());
        assertTrue(alive(started));
        var again = host.run(task(SLEEP).state(State.STARTED));
        assertFalse(again.changed());
        assertEquals(started.values().get("pid"), again.values().get("pid"));
        assertTrue(host.run(task(SLEEP).state(State.STOPPED)).changed());
        assertFalse(alive(started));
        assertFalse(host.run(task(SLEEP).state(State.STOPPED)).changed());
    }

    @Test
    void changesNothingInCheckMode() {
        var result = host.check(task(SLEEP).state(State.STARTED));
        assertTrue(result.changed());
        assertFalse(Files.exists(folder.resolve("pid")));
    }

    @Test
    void startsAgainWhatDied() throws InterruptedException {
        var first = host.run(task(SLEEP).state(State.STARTED));
        ended(first);
        var second = host.run(task(SLEEP).state(State.STARTED));
        assertTrue(second.changed());
        assertNotEquals(first.values().get("pid"), second.values().get("pid"));
    }

    @Test
    void restartsWhenTheArgumentsChanged() {
        var first = host.run(task(SLEEP).state(State.STARTED));
        var second = host.run(task(List.of("sleep", "301")).state(State.STARTED));
        assertTrue(second.changed());
        assertFalse(alive(first));
        assertTrue(alive(second));
    }

    @Test
    void onlyTellsOfChangedArgumentsWhenAskedTo() {
        var first = host.run(task(SLEEP).state(State.STARTED));
        var task = new Task(folder, List.of("sleep", "301"), Map.of(), 5, false, NOBODY_ELSE);
        var second = host.run(task.state(State.STARTED));
        assertFalse(second.changed());
        assertEquals(true, second.values().get("stale"));
        assertTrue(alive(first));
    }

    @Test
    void leavesAStrangerWithTheSameNumberAlone() throws IOException {
        var stranger = new ProcessBuilder("sleep", "299").start();
        try {
            Files.writeString(folder.resolve("pid"), stranger.pid() + "\n");
            Files.writeString(folder.resolve("pid.record"), "1\nabc\n");
            assertTrue(host.run(task(SLEEP).state(State.STOPPED)).changed());
            assertTrue(stranger.isAlive());
            assertFalse(Files.exists(folder.resolve("pid")));
        } finally {
            stranger.destroyForcibly();
        }
    }

    @Test
    void recognizesItsProcessWhoseRecordIsLost() throws IOException {
        var first = host.run(task(SLEEP).state(State.STARTED));
        Files.delete(folder.resolve("pid.record"));
        assertFalse(host.run(task(SLEEP).state(State.STARTED)).changed());
        assertTrue(host.run(task(SLEEP).state(State.STOPPED)).changed());
        assertFalse(alive(first));
    }

    @Test
    void killsWhatDoesNotEnd() {
        var task = new Task(folder, STUBBORN, Map.of(), 1, true, NOBODY_ELSE);
        var started = host.run(task.state(State.STARTED));
        var stopped = host.run(task.state(State.STOPPED));
        assertFalse(alive(started));
        assertEquals(
                List.of("the process did not end within 1 s and was killed"), stopped.warnings());
    }

    @Test
    void saysWhyAProcessEndedAtOnce() {
        var argv = List.of("sh", "-c", "echo 'no such cluster' >&2; exit 3");
        var result = host.run(task(argv).state(State.STARTED));
        assertTrue(result.failed());
        assertEquals(
                "the process ended right after its start: no such cluster",
                result.message().orElse(""));
        assertFalse(Files.exists(folder.resolve("pid")));
    }

    @Test
    void saysThatThereIsNoSuchProgram() {
        var result = host.run(task(List.of("no-such-program")).state(State.STARTED));
        assertEquals("there is no program no-such-program", result.message().orElse(""));
    }

    @Test
    void givesEnvironmentAndFolderAndKeepsTheLogPrivate() throws Exception {
        var argv = List.of("sh", "-c", "echo $GREETING $PWD; exec sleep 300");
        var task = new Task(folder, argv, Map.of("GREETING", "it's $me"), 5, true, NOBODY_ELSE);
        var _ = host.run(task.state(State.STARTED));
        var log = folder.resolve("log");
        assertEquals("it's $me " + folder.toRealPath() + "\n", Files.readString(log));
        assertEquals(
                "[OWNER_READ, OWNER_WRITE]",
                Files.getPosixFilePermissions(log).stream().sorted().toList().toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"dash", "bash", "busybox sh"})
    void startsTheProcessOfAnotherUser(String shell) throws IOException {
        assumeTrue("root".equals(System.getProperty("user.name")), "needs root");
        host = LocalRemote.with(shell);
        var task = new Task(folder, SLEEP, Map.of(), 5, true, Optional.of("nobody"));
        var started = host.run(task.state(State.STARTED));
        assertFalse(started.failed(), started::toString);
        var process = Path.of("/proc/" + started.values().get("pid"));
        assertEquals("nobody", Files.getOwner(process).getName());
        assertTrue(Files.readString(process.resolve("cmdline")).startsWith("sleep"));
        assertEquals("root", Files.getOwner(folder.resolve("log")).getName());
        assertFalse(host.run(task.state(State.STARTED)).changed());
        assertTrue(host.run(task.state(State.STOPPED)).changed());
        assertFalse(alive(started));
    }

    @Test
    void saysThatThereIsNoSuchUser() {
        assumeTrue("root".equals(System.getProperty("user.name")), "needs root");
        var task = new Task(folder, SLEEP, Map.of(), 5, true, Optional.of("no-such-user"));
        assertEquals(
                "user: there is no user no-such-user",
                host.run(task.state(State.STARTED)).message().orElse(""));
    }

    @Test
    void removesPidFileAndLog() throws IOException {
        var _ = host.run(task(SLEEP).state(State.STARTED));
        assertTrue(host.run(task(SLEEP).state(State.ABSENT)).changed());
        try (var left = Files.list(folder)) {
            assertEquals(List.of(), left.toList());
        }
        assertFalse(host.run(task(SLEEP).state(State.ABSENT)).changed());
    }

    @Test
    void wantsAProgramToStart() {
        assertEquals(
                "argv: got nothing, want the program to start and its arguments",
                host.run(task(List.of()).state(State.STARTED)).message().orElse(""));
    }

    private static boolean alive(Result result) {
        // a container may have nobody who takes the dead away: they are alive for ProcessHandle
        try {
            var stat = Files.readString(Path.of("/proc/" + result.values().get("pid") + "/stat"));
            return !stat.contains(") Z ");
        } catch (IOException _) {
            return false;
        }
    }

    private static void ended(Result result) throws InterruptedException {
        ProcessHandle.of((Long) result.values().get("pid"))
                .ifPresent(ProcessHandle::destroyForcibly);
        for (var i = 0; i < 50 && alive(result); i++) {
            Thread.sleep(Duration.ofMillis(20));
        }
    }

    private Task task(List<String> argv) {
        return new Task(folder, argv, Map.of(), 5, true, NOBODY_ELSE);
    }

    /** Arguments that most tests share. */
    private record Task(
            Path folder,
            List<String> argv,
            Map<String, String> environment,
            int timeout,
            boolean restart,
            Optional<String> user) {
        Background state(State state) {
            return new Background(
                    argv,
                    path("pid"),
                    path("log"),
                    state,
                    new HashMap<>(environment),
                    new RemotePath(folder.toString()),
                    user,
                    Optional.empty(),
                    restart,
                    "TERM",
                    timeout);
        }

        private RemotePath path(String name) {
            return new RemotePath(folder.resolve(name).toString());
        }
    }
}
