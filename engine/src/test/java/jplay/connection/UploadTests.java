package jplay.connection;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import jplay.connection.local.LocalConnection;
import jplay.module.TaskFailure;
import jplay.module.type.Payload;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class UploadTests {
    @TempDir Path folder;

    static Stream<List<String>> shells() {
        return WorkerTests.shells();
    }

    private static ShellRequest eval(String code) {
        return ShellRequest.of("eval", code);
    }

    @ParameterizedTest
    @MethodSource("shells")
    void uploadsQuicklyByteForByte(List<String> shell) throws IOException {
        var bytes = new byte[30_000_001];
        new java.util.Random(2).nextBytes(bytes);
        Path path;
        try (var connection = new LocalConnection("here", shell)) {
            var worker = connection.worker(Become.NONE);
            worker.call(eval("true"));
            var started = System.nanoTime();
            var told = new ArrayList<List<Long>>();
            worker.watchUploads((sent, size) -> told.add(List.of(sent, size)));
            path = Path.of(worker.upload(Payload.of(bytes)));
            assertEquals(List.of(30_000_001L, 30_000_001L), told.getLast());
            var millis = (System.nanoTime() - started) / 1_000_000;
            assertArrayEquals(bytes, Files.readAllBytes(path));
            assertEquals(
                    "rw-------",
                    PosixFilePermissions.toString(Files.getPosixFilePermissions(path)));
            assertEquals("next", worker.call(eval("echo next")).text());
            assertTrue(millis < 5000, millis + " ms");
        }
        assertFalse(Files.exists(path));
    }

    @ParameterizedTest
    @MethodSource("shells")
    void uploadsWithoutHead(List<String> shell) throws IOException {
        var bytes = new byte[600_000];
        new java.util.Random(3).nextBytes(bytes);
        Files.writeString(folder.resolve("head"), "#!/bin/sh\nexit 127\n");
        folder.resolve("head").toFile().setExecutable(true);
        var poor = new ArrayList<>(List.of("env", "PATH=" + folder + ":" + System.getenv("PATH")));
        poor.addAll(shell);
        Path path;
        try (var connection = new LocalConnection("poor", poor)) {
            path = Path.of(connection.worker(Become.NONE).upload(Payload.of(bytes)));
            assertArrayEquals(bytes, Files.readAllBytes(path));
        }
        assertFalse(Files.exists(path));
    }

    @ParameterizedTest
    @MethodSource("shells")
    void takesLargeFilesPastAShellThatIsBusy(List<String> shell) throws IOException {
        var bytes = new byte[2_000_000];
        new java.util.Random(4).nextBytes(bytes);
        var done = folder.resolve("done");
        Path path;
        try (var connection = new LocalConnection("here", shell)) {
            var worker = connection.worker(Become.NONE);
            var busy = worker.send(eval("until [ -e " + done + " ]; do sleep 0.1; done; echo ok"));
            path = Path.of(worker.upload(Payload.of(bytes)));
            assertArrayEquals(bytes, Files.readAllBytes(path));
            Files.createFile(done);
            assertEquals("ok", busy.await().text());
            assertEquals("2000000", worker.call(eval("wc -c <" + path)).text().strip());
        }
        assertFalse(Files.exists(path));
    }

    @ParameterizedTest
    @CsvSource({"100000", "3000000"})
    void noticesThatSomethingElseArrived(int size) throws IOException {
        var wrong = "0123456789012345678901234567890123456789";
        Files.writeString(folder.resolve("sha1sum"), "#!/bin/sh\necho '" + wrong + "  -'\n");
        folder.resolve("sha1sum").toFile().setExecutable(true);
        var shell = List.of("env", "PATH=" + folder + ":" + System.getenv("PATH"), "sh");
        try (var connection = new LocalConnection("odd", shell)) {
            var worker = connection.worker(Become.NONE);
            var bytes = Payload.of(new byte[size]);
            var thrown = assertThrows(TaskFailure.class, () -> worker.upload(bytes));
            assertEquals(
                    "what arrived on the host is not what was sent: it has the SHA-1 %s instead of %s"
                            .formatted(wrong, bytes.digest("SHA-1")),
                    thrown.getMessage());
        }
    }

    @Test
    void givesUpWhenItTakesTooLong() {
        try (var connection = new LocalConnection("slow")) {
            var worker = connection.worker(Become.NONE);
            var bytes = Payload.of(new byte[500_000]);
            worker.send(eval("sleep 60"));
            var thrown =
                    assertThrows(
                            TaskFailure.class,
                            () -> worker.upload(bytes, Optional.of(Duration.ofSeconds(1))));
            assertEquals(
                    "Task failed: Timed out after 1 second(s).",
                    thrown.result().message().orElse(""));
        }
    }
}
