package jplay.connection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import jplay.connection.local.LocalConnection;
import jplay.module.Plan;
import jplay.module.Result;
import jplay.module.Script;
import jplay.module.type.Payload;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Jobs in the background, under every shell that is here. */
class JobsTests {
    private static final Script SLOW =
            new Script(
                    "slow",
                    """
                    slow_look() {
                        say seen "$VALUE"
                        return 1
                    }
                    slow_change() {
                        raw
                        sleep "$1"
                        payload_1
                        printf 'err' >&2
                        return 3
                    }
                    """,
                    List.of());

    @TempDir Path folder;

    static Stream<List<String>> shells() {
        return WorkerTests.shells();
    }

    private Jobs jobs(Connection connection) {
        var environment =
                Map.of("ANSIBLE_ASYNC_DIR", folder.resolve("jobs").toString(), "VALUE", "a 'b'\nc");
        var host = new RemoteHost(connection, Become.NONE, environment, Optional.empty());
        return new Jobs(host, new PlanRunner(host, false, false));
    }

    private static Plan.Guarded plan(String seconds) {
        return Plan.guarded(
                        SLOW,
                        List.of(seconds),
                        report ->
                                Result.of()
                                        .with("rc", (long) report.status())
                                        .with("seen", report.said("seen"))
                                        .with("output", report.outputText())
                                        .with("errors", report.errorText()))
                .with(Payload.of("it's done\n".getBytes(StandardCharsets.UTF_8)));
    }

    private static Jobs.State awaited(Jobs jobs, String id) throws InterruptedException {
        var state = jobs.look(id);
        for (var tries = 0; state.name().equals("running") && tries < 100; tries++) {
            Thread.sleep(50);
            state = jobs.look(id);
        }
        return state;
    }

    @ParameterizedTest
    @MethodSource("shells")
    void goesOnWhenTheShellThatStartedItIsGone(List<String> shell) throws Exception {
        try (var connection = new LocalConnection("here", shell)) {
            var file = jobs(connection).start(plan("1"), new Jobs.Job("j1", 20, "{}"));
            assertEquals(folder.resolve("jobs/j1").toString(), file);
            assertEquals("running", jobs(connection).look("j1").name());
            assertTrue(Files.readString(Path.of(file)).contains("\"finished\": 0"));
        }
        try (var connection = new LocalConnection("here", shell)) {
            var jobs = jobs(connection);
            var state = awaited(jobs, "j1");
            assertEquals("ended", state.name());
            var result = jobs.result(plan("1"), state);
            assertEquals(
                    Map.of(
                            "rc", 3L,
                            "seen", "a 'b'\nc",
                            "output", "it's done\n",
                            "errors", "err"),
                    result.values());
            assertTrue(result.changed());
            jobs.keep("j1", "{\"rc\": 3}");
            assertEquals("{\"rc\": 3}", jobs.look("j1").report().outputText());
            assertTrue(jobs.erase("j1").has("erased"));
            assertEquals("none", jobs.look("j1").name());
            assertFalse(jobs.erase("j1").has("erased"));
        }
    }

    @ParameterizedTest
    @MethodSource("shells")
    void stopsAtItsLimit(List<String> shell) throws Exception {
        try (var connection = new LocalConnection("here", shell)) {
            var jobs = jobs(connection);
            jobs.start(plan("600"), new Jobs.Job("j2", 1, "{}"));
            var state = awaited(jobs, "j2");
            assertEquals("ended", state.name());
            var child = Path.of("/proc", state.report().said("late"));
            assertFalse(Files.exists(child), child.toString());
        }
    }
}
