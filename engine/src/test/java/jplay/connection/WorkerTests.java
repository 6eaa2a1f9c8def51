package jplay.connection;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import jplay.connection.local.LocalConnection;
import jplay.module.Plan;
import jplay.module.Result;
import jplay.module.Script;
import jplay.module.TaskFailure;
import jplay.module.type.Payload;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class WorkerTests {
    @TempDir Path folder;

    static Stream<List<String>> shells() {
        return Stream.of(List.of("dash"), List.of("bash", "--posix"), List.of("busybox", "sh"))
                .filter(shell ->
                        Stream.of(System.getenv("PATH").split(":"))
                                .anyMatch(path ->
                                        Files.isExecutable(Path.of(path, shell.getFirst()))));
    }

    private static ShellRequest eval(String code) {
        return ShellRequest.of("eval", code);
    }

    @ParameterizedTest
    @MethodSource("shells")
    void answersByteForByte(List<String> shell) throws IOException {
        var all = new byte[256 * 40];
        for (var i = 0; i < all.length; i++) {
            all[i] = (byte) (i % 251 + i / 256);
        }
        var file = Files.write(folder.resolve("bytes"), all);
        try (var connection = new LocalConnection("here", shell)) {
            var answer =
                    connection.worker(Become.NONE).call(ShellRequest.of("cat", file.toString()));
            assertArrayEquals(all, answer.output());
            var input =
                    new ShellRequest(
                            List.of(), List.of("cat"), Map.of(), all, List.of(), Optional.empty());
            assertArrayEquals(all, connection.worker(Become.NONE).call(input).output());
        }
    }

    @ParameterizedTest
    @MethodSource("shells")
    void keepsStreamsAndStatusApart(List<String> shell) {
        try (var connection = new LocalConnection("here", shell)) {
            var answer =
                    connection.worker(Become.NONE).call(eval("printf out; printf err >&2; exit 3"));
            assertEquals(
                    "out/err/3", answer.text() + "/" + answer.errorText() + "/" + answer.status());
        }
    }

    @ParameterizedTest
    @MethodSource("shells")
    void survivesWhatARequestDoes(List<String> shell) {
        try (var connection = new LocalConnection("here", shell)) {
            var worker = connection.worker(Become.NONE);
            worker.call(eval("if then fi ((("));
            worker.call(eval("exit 9"));
            worker.call(eval("cd /; X=1; cat >/dev/null; exec true"));
            assertEquals("fine", worker.call(eval("echo ${X:-fine}")).text());
        }
    }

    @ParameterizedTest
    @MethodSource("shells")
    void sendsAheadAndCountsOneRoundTrip(List<String> shell) {
        try (var connection = new LocalConnection("here", shell)) {
            var worker = connection.worker(Become.NONE);
            var pending = new ArrayList<ShellWorker.Pending>();
            for (var i = 0; i < 10; i++) {
                pending.add(worker.send(ShellRequest.of("echo", String.valueOf(i))));
            }
            assertEquals("9", pending.getLast().await().text());
            for (var i = 0; i < 10; i++) {
                assertEquals(String.valueOf(i), pending.get(i).await().text());
            }
            assertEquals(1, worker.roundTrips());
            worker.call(eval("true"));
            worker.call(eval("true"));
            assertEquals(3, worker.roundTrips());
        }
    }

    @ParameterizedTest
    @MethodSource("shells")
    void countsAWaitForWhatWasSentBehindSomethingElse(List<String> shell) {
        try (var connection = new LocalConnection("here", shell)) {
            var worker = connection.worker(Become.NONE);
            for (var i = 0; i < 3; i++) {
                var _ = worker.send(eval("true"));
                worker.call(eval("true"));
            }
            assertEquals(3, worker.roundTrips());
        }
    }

    @ParameterizedTest
    @MethodSource("shells")
    void takesMuchOutputOnBothStreams(List<String> shell) {
        try (var connection = new LocalConnection("here", shell)) {
            var code =
                    "i=0; while [ $i -lt 3000 ]; do printf '%0999d\\n' $i; printf '%0999d\\n' $i >&2; i=$((i+1)); done";
            var answer = connection.worker(Become.NONE).call(eval(code));
            assertEquals(3_000_000, answer.output().length);
            assertEquals(3_000_000, answer.errors().length);
        }
    }

    @ParameterizedTest
    @MethodSource("shells")
    void endsWhatTakesTooLong(List<String> shell) {
        try (var connection = new LocalConnection("here", shell)) {
            var slow =
                    new ShellRequest(
                            List.of(),
                            List.of("sleep", "77.7"),
                            Map.of(),
                            new byte[0],
                            List.of(),
                            Optional.of(Duration.ofMillis(200)));
            var thrown =
                    assertThrows(
                            TaskFailure.class, () -> connection.worker(Become.NONE).call(slow));
            assertEquals("Task failed: Timed out after 0 second(s).", thrown.getMessage());
            assertTrue(
                    ProcessHandle.allProcesses()
                            .noneMatch(
                                    p -> p.info().commandLine().orElse("").contains("sleep 77.7")));
            assertEquals("again", connection.worker(Become.NONE).call(eval("echo again")).text());
        }
    }

    @ParameterizedTest
    @MethodSource("shells")
    void saysThatTheShellIsGone(List<String> shell) {
        try (var connection = new LocalConnection("here", shell)) {
            var worker = connection.worker(Become.NONE);
            assertThrows(UnreachableException.class, () -> worker.call(eval("kill -9 $$")));
        }
    }

    private static final Script NOTE =
            new Script(
                    "note",
                    """
                    note_look() {
                        [ -d "${1%/*}" ] || fail "no folder ${1%/*}"
                        [ -f "$1" ] && say before "$(cat "$1")"
                        say odd "a
                    b=c'd<<e"
                        [ "${2:-}" = same ] && return 0
                        return 1
                    }
                    note_change() {
                        temporary "${1%/*}"
                        payload 1 "$temporary"
                        mv "$temporary" "$1"
                        raw
                        printf 'raw\\nx=y'
                        return "${3:-0}"
                    }
                    """,
                    List.of());

    private Plan.Guarded note(String... arguments) {
        return Plan.guarded(
                NOTE,
                List.of(arguments),
                report ->
                        Result.of()
                                .with("odd", report.said("odd"))
                                .with("output", report.outputText())
                                .with("applied", report.applied()));
    }

    private static PlanRunner runner(Connection connection, boolean check) {
        return new PlanRunner(
                new RemoteHost(connection, Become.NONE, Map.of(), Optional.empty()), check, false);
    }

    @ParameterizedTest
    @MethodSource("shells")
    void guardsAChange(List<String> shell) throws IOException {
        try (var connection = new LocalConnection("here", shell)) {
            var target = folder.resolve("it's here");
            var payload = Payload.of(new byte[] {0, 'a', '\'', '%', '\\', -1, '\n'});
            var plan = note(target.toString()).with(payload);
            assertTrue(runner(connection, true).run(plan).changed());
            assertFalse(Files.exists(target));
            var result = runner(connection, false).run(plan);
            assertEquals(
                    Map.of("odd", "a\nb=c'd<<e", "output", "raw\nx=y", "applied", true),
                    result.values());
            assertTrue(result.changed());
            assertArrayEquals(((Payload.Bytes) payload).content(), Files.readAllBytes(target));
            assertFalse(
                    runner(connection, false)
                            .run(note(target.toString(), "same").with(payload))
                            .changed());
            try (var files = Files.list(folder)) {
                assertEquals(List.of(target), files.toList());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("shells")
    void sendsLargePayloadsOnlyWhenNeeded(List<String> shell) throws IOException {
        try (var connection = new LocalConnection("here", shell)) {
            var target = folder.resolve("large");
            var bytes = new byte[700_000];
            new java.util.Random(1).nextBytes(bytes);
            var worker = connection.worker(Become.NONE);
            runner(connection, false).run(note(target.toString(), "same").with(Payload.of(bytes)));
            assertEquals(1, worker.roundTrips());
            runner(connection, false).run(note(target.toString()).with(Payload.of(bytes)));
            assertArrayEquals(bytes, Files.readAllBytes(target));
        }
    }

    @ParameterizedTest
    @MethodSource("shells")
    void failsWithTheScriptsOwnWords(List<String> shell) {
        try (var connection = new LocalConnection("here", shell)) {
            var result =
                    runner(connection, false).run(note("/no/where").with(Payload.of(new byte[0])));
            assertTrue(result.failed());
            assertEquals("no folder /no", result.message().orElseThrow());
            var broken =
                    runner(connection, false)
                            .run(note(folder + "/x", "", "5").with(Payload.of(new byte[0])));
            assertEquals("note failed with status 5", broken.message().orElseThrow());
        }
    }
}
