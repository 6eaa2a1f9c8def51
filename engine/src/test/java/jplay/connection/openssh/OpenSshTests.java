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
import jplay.testkit.SshServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OpenSshTests {
    @TempDir Path folder;

    private static Connection connect(Map<String, Object> variables) {
        var settings = Settings.defaults(Surroundings.ofProcess());
        return new OpenSshKind(settings, Optional.empty())
                .open(new Destination("far", "openssh", variables));
    }

    private SshServer daemon(String... configuration) throws Exception {
        return SshServer.start(folder, configuration);
    }

    /** The variables that reach it. */
    private Map<String, Object> variables(SshServer daemon) {
        return Map.of(
                "ansible_host",
                "127.0.0.1",
                "ansible_port",
                daemon.port(),
                "ansible_ssh_private_key_file",
                folder.resolve("user_key").toString(),
                "ansible_ssh_common_args",
                "-F none -o UserKnownHostsFile=/dev/null -o StrictHostKeyChecking=no",
                "ansible_ssh_args",
                "-o ControlMaster=auto -o ControlPersist=5s -o ControlPath=" + folder + "/s-%C");
    }

    private static ShellRequest eval(String code) {
        return ShellRequest.of("eval", code);
    }

    private static ShellRequest within(int seconds, String code) {
        return new ShellRequest(
                List.of(),
                List.of("eval", code),
                Map.of(),
                new byte[0],
                List.of(),
                Optional.of(Duration.ofSeconds(seconds)));
    }

    @Test
    void answersByteForByteOverOneSharedConnection() throws Exception {
        try (var daemon = daemon();
                var connection = connect(variables(daemon))) {
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
        try (var daemon = daemon()) {
            Path path;
            try (var connection = connect(variables(daemon))) {
                path = Path.of(connection.worker(Become.NONE).upload(Payload.of(bytes)));
                assertArrayEquals(bytes, Files.readAllBytes(path));
            }
            assertFalse(Files.exists(path));
        }
    }

    @Test
    void stopsOnTheHostWhatTakesTooLong() throws Exception {
        try (var daemon = daemon();
                var connection = connect(variables(daemon))) {
            var worker = connection.worker(Become.NONE);
            worker.call(eval("true"));
            var slow = within(1, "sleep 76.5 | cat; true");
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
        try (var daemon = daemon("MaxSessions 1");
                var connection = connect(variables(daemon));
                var other = connect(variables(daemon))) {
            assertEquals("one", connection.worker(Become.NONE).call(eval("echo one")).text());
            assertEquals("two", other.worker(Become.NONE).call(eval("echo two")).text());
        }
    }

    /** What runs there is not told to stop, so nobody knows; nothing is sent again. */
    @ParameterizedTest
    @ValueSource(strings = {"auto", "no"})
    void saysThatTheConnectionWasLost(String shared) throws Exception {
        try (var daemon = daemon()) {
            var variables = new HashMap<>(variables(daemon));
            variables.put("ansible_ssh_extra_args", "-o ControlMaster=" + shared);
            try (var connection = connect(variables)) {
                var worker = connection.worker(Become.NONE);
                var begun = folder.resolve("begun");
                var slow = worker.send(eval("echo x >>" + begun + "; sleep 61.5"));
                while (!Files.exists(begun)) {
                    Thread.sleep(10);
                }
                daemon.dropConnections();
                assertEquals(
                        "Failed to connect to the host via ssh: Shared connection to 127.0.0.1 closed.",
                        assertThrows(UnreachableException.class, slow::await).getMessage());
                var next = connection.worker(Become.NONE);
                assertEquals("x", next.call(eval("cat " + begun)).text());
            }
        }
    }

    /** Whoever else is on the host by the same connection goes on. */
    @Test
    void leavesTheSharedConnectionWhenATaskTakesTooLong() throws Exception {
        try (var daemon = daemon();
                var one = connect(variables(daemon));
                var other = connect(variables(daemon))) {
            one.worker(Become.NONE).call(eval("true"));
            var worker = other.worker(Become.NONE);
            var waiting = worker.send(eval("sleep 2; echo done"));
            assertThrows(
                    TaskFailure.class, () -> one.worker(Become.NONE).call(within(1, "sleep 75.5")));
            assertEquals("done", waiting.await().text());
            assertEquals(
                    1, daemon.log().lines().filter(line -> line.contains("Accepted ")).count());
        }
    }

    @Test
    void saysWhyTheHostIsNotReached() throws Exception {
        try (var daemon = daemon()) {
            var variables = new HashMap<>(variables(daemon));
            variables.put("ansible_port", 1);
            assertEquals(
                    "Failed to connect to the host via ssh: ssh: connect to host 127.0.0.1 port 1: Connection refused",
                    refusal(variables));
            variables.put("ansible_host", "no-such-host.invalid");
            assertTrue(
                    refusal(variables).contains("Could not resolve hostname no-such-host.invalid"));
            variables = new HashMap<>(variables(daemon));
            variables.put("ansible_ssh_private_key_file", folder.resolve("host_key").toString());
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
