package jplay.connection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
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
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class StopTests {
    @TempDir Path folder;

    static Stream<List<String>> shells() {
        return WorkerTests.shells();
    }

    private static ShellRequest eval(String code) {
        return ShellRequest.of("eval", code);
    }

    @ParameterizedTest
    @MethodSource("shells")
    void tellsAllThatRunsToStop(List<String> shell) throws Exception {
        var log = folder.resolve("log");
        try (var connection = new LocalConnection("here", shell)) {
            var worker = connection.worker(Become.NONE);
            worker.call(eval("true"));
            worker.send(eval("sh -c 'sleep 78.1; true' & sleep 78.1 | cat; true"));
            worker.send(eval("echo ran >" + log));
            Thread.sleep(200);
        }
        assertTrue(
                ProcessHandle.allProcesses()
                        .noneMatch(p -> p.info().commandLine().orElse("").contains("sleep 78.1")));
        assertFalse(Files.exists(log));
    }

    @ParameterizedTest
    @MethodSource("shells")
    void removesTemporaryFilesOfWhatIsStopped(List<String> shell) throws Exception {
        var script =
                new Script(
                        "slow",
                        "slow_look() { return 1; }\nslow_change() { temporary \"$1\"; sleep 79.1; true; }",
                        List.of());
        try (var connection = new LocalConnection("here", shell)) {
            var host = new RemoteHost(connection, Become.NONE, Map.of(), Optional.empty());
            var plan = Plan.guarded(script, List.of(folder.toString()), _ -> Result.of());
            new PlanRunner(host, false, false).send(plan);
            while (countFiles() == 0) {
                Thread.sleep(5);
            }
        }
        assertEquals(0, countFiles());
    }

    private long countFiles() throws IOException {
        try (var files = Files.list(folder)) {
            return files.count();
        }
    }
}
