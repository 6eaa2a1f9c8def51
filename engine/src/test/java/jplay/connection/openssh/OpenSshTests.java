package jplay.connection.openssh;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import jplay.config.Settings;
import jplay.config.Surroundings;
import jplay.connection.Become;
import jplay.connection.Connection;
import jplay.connection.Destination;
import jplay.connection.ShellRequest;
import jplay.connection.UnreachableException;
import jplay.module.TaskFailure;
import jplay.module.type.Payload;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OpenSshTests {
    @TempDir Path folder;

    private static Connection connect(Map<String, Object> variables) {
        var settings = Settings.defaults(Surroundings.ofProcess());
        return new OpenSshKind(settings).open(new Destination("far", "openssh", variables));
    }

    private static ShellRequest eval(String code) {
        return ShellRequest.of("eval", code);
    }

    @Test
    void answersByteForByteOverOneSharedConnection() throws Exception {
        try (var daemon = new SshDaemon(folder);
                var connection = connect(daemon.variables())) {
            var worker = connection.worker(Become.NONE);
            var answer = worker.call(eval("printf 'a\\0b'; printf err >&2; exit 7"));
            assertArrayEquals(new byte[] {'a', 0, 'b'}, answer.output());
            assertEquals("err/7", answer.errorText() + "/" + answer.status());
            try (var files = Files.list(folder)) {
                assertTrue(files.anyMatch(file -> file.getFileName().toString().startsWith("s-")));
            }
        }
    }

    @Test
    void uploadsByteForByte() throws Exception {
        var bytes = new byte[20_000_000];
        new Random(4).nextBytes(bytes);
        try (var daemon = new SshDaemon(folder)) {
            Path path;
            try (var connection = connect(daemon.variables())) {
                path = Path.of(connection.worker(Become.NONE).upload(Payload.of(bytes)));
                assertArrayEquals(bytes, Files.readAllBytes(path));
            }
            assertFalse(Files.exists(path));
        }
    }

    @Test
    void stopsOnTheHostWhatTakesTooLong() throws Exception {
        try (var daemon = new SshDaemon(folder);
                var connection = connect(daemon.variables())) {
            var worker = connection.worker(Become.NONE);
            worker.call(eval("true"));
            var slow =
                    new ShellRequest(
                            List.of(),
                            List.of("eval", "sleep 76.5 | cat; true"),
                            Map.of(),
                            new byte[0],
                            List.of(),
                            Optional.of(Duration.ofSeconds(1)));
            var thrown = assertThrows(TaskFailure.class, () -> worker.call(slow));
            assertEquals("Task failed: Timed out after 1 second(s).", thrown.getMessage());
            assertTrue(
                    ProcessHandle.allProcesses()
                            .noneMatch(
                                    p -> p.info().commandLine().orElse("").contains("sleep 76.5")));
            assertEquals("again", connection.worker(Become.NONE).call(eval("echo again")).text());
        }
    }

    @Test
    void goesOnWhenOnlyOneSessionIsAllowed() throws Exception {
        try (var daemon = new SshDaemon(folder, "MaxSessions 1");
                var connection = connect(daemon.variables());
                var other = connect(daemon.variables())) {
            assertEquals("one", connection.worker(Become.NONE).call(eval("echo one")).text());
            assertEquals("two", other.worker(Become.NONE).call(eval("echo two")).text());
        }
    }

    @Test
    void saysWhyTheHostIsNotReached() throws Exception {
        try (var daemon = new SshDaemon(folder)) {
            var variables = new HashMap<>(daemon.variables());
            variables.put("ansible_port", 1);
            assertEquals(
                    "Failed to connect to the host via ssh: ssh: connect to host 127.0.0.1 port 1: Connection refused",
                    refusal(variables));
            variables.put("ansible_host", "no-such-host.invalid");
            assertTrue(
                    refusal(variables).contains("Could not resolve hostname no-such-host.invalid"));
            variables = new HashMap<>(daemon.variables());
            variables.put("ansible_ssh_private_key_file", folder.resolve("host").toString());
            variables.put("ansible_ssh_extra_args", "-o IdentitiesOnly=yes");
            assertTrue(
                    refusal(variables).contains("Permission denied (publickey"),
                    refusal(variables));
            variables.put("ansible_ssh_executable", "no-such-ssh");
            assertEquals("there is no no-such-ssh on the PATH", refusal(variables));
        }
    }

    private static String refusal(Map<String, Object> variables) {
        try (var connection = connect(variables)) {
            return assertThrows(
                            UnreachableException.class,
                            () -> connection.worker(Become.NONE).call(eval("true")))
                    .getMessage();
        }
    }
}
