package jplay.modules.net;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import jplay.module.Result;
import jplay.modules.Given;
import jplay.testkit.ScriptHost;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

class WaitForTests {
    @TempDir private Path folder;
    private ScriptHost host = ScriptHost.of("dash");

    /** What is to fail fails after a second; what is to come may take its time. */
    private Result waitFor(String arguments) {
        return waitFor(1, arguments);
    }

    private Result waitFor(int seconds, String arguments) {
        var given = arguments.replace("FOLDER", folder.toString());
        return host.apply(
                Given.plan(WaitFor.class, "{'timeout': %d, %s}".formatted(seconds, given)));
    }

    private void awaits(String arguments) {
        assertFalse(waitFor(60, arguments).failed(), arguments);
    }

    private static ServerSocket server() throws IOException {
        return new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    }

    @ParameterizedTest
    @FieldSource("jplay.testkit.ScriptHost#SHELLS")
    void findsAFileAndWhatStandsInIt(String shell) throws IOException {
        host = ScriptHost.of(shell);
        Files.writeString(folder.resolve("log"), "alpha 1\nbeta key=val\n");
        var there = waitFor("'path': 'FOLDER/log'");
        assertEquals("file", there.values().get("state"));
        assertEquals(21L, there.values().get("size"));
        var line = waitFor("'path': 'FOLDER/log', 'search_regex': '^(beta) (key|x)='");
        assertEquals(List.of("beta", "key"), line.values().get("match_groups"));
        assertEquals(
                "Timeout when waiting for search string gamma in " + folder + "/log",
                waitFor("'path': 'FOLDER/log', 'search_regex': 'gamma'").message().orElse(""));
        awaits("'path': 'FOLDER/none', 'state': 'absent'");
    }

    @ParameterizedTest
    @FieldSource("jplay.testkit.ScriptHost#SHELLS")
    void findsAPortAndWhatIsSaidThere(String shell) throws Exception {
        host = ScriptHost.of(shell);
        var port = 0;
        try (var server = server()) {
            port = server.getLocalPort();
            awaits("'port': " + port);
            Thread.ofVirtual()
                    .start(() -> {
                        while (!server.isClosed()) {
                            greet(server);
                        }
                    });
            awaits("'search_regex': 'SSH-2', 'port': " + port);
            assertEquals(
                    "Timeout when waiting for search string FTP in 127.0.0.1:" + port,
                    waitFor("'connect_timeout': 1, 'search_regex': 'FTP', 'port': " + port)
                            .message()
                            .orElse(""));
        }
        awaits("'state': 'stopped', 'port': " + port);
    }

    private static void greet(ServerSocket server) {
        try (var client = server.accept()) {
            client.getOutputStream().write("SSH-2.0-x\r\n".getBytes(StandardCharsets.UTF_8));
            client.getInputStream().readAllBytes();
        } catch (IOException e) {
            // The client went away, or the server is closed.
        }
    }

    @ParameterizedTest
    @FieldSource("jplay.testkit.ScriptHost#SHELLS")
    void waitsUntilNobodyWhoCountsIsConnected(String shell) throws IOException {
        host = ScriptHost.of(shell);
        try (var server = server()) {
            var drained = "'state': 'drained', 'port': " + server.getLocalPort();
            awaits(drained);
            try (var client = new Socket(server.getInetAddress(), server.getLocalPort());
                    var accepted = server.accept()) {
                assertTrue(client.isConnected() && accepted.isConnected());
                assertEquals(
                        "Timeout when waiting for 127.0.0.1:%d to drain"
                                .formatted(server.getLocalPort()),
                        waitFor(drained).message().orElse(""));
                assertTrue(waitFor("'host': '0.0.0.0', " + drained).failed());
                assertTrue(waitFor("'host': 'localhost', " + drained).failed());
                awaits("'host': '127.0.0.9', " + drained);
                awaits("'exclude_hosts': ['127.0.0.1'], " + drained);
                awaits("'exclude_hosts': 'localhost', " + drained);
                assertFalse(
                        waitFor("'active_connection_states': ['TIME_WAIT'], " + drained).failed());
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'port': 1, 'exclude_hosts': ['a'] | exclude_hosts should only be with state=drained",
                "'port': 1, 'state': 'drained', 'active_connection_states': ['X'] | unknown active_connection_state (X) defined",
                "'path': '/x', 'state': 'stopped' | state=stopped should only be used for checking a port in the wait_for module",
                "'path': '/etc/passwd/x' | Failed to stat /etc/passwd/x, Not a directory",
                "'path': 'FOLDER/x', 'msg': 'not here' | not here",
                "'path': 'FOLDER', 'state': 'absent' | Timeout when waiting for FOLDER to be absent."
            })
    void saysWhatIsWrong(String arguments, String message) {
        Result result;
        try {
            result = waitFor(arguments);
        } catch (jplay.module.TaskFailure failure) {
            result = failure.result();
        }
        assertTrue(result.failed());
        assertEquals(message.replace("FOLDER", folder.toString()), result.message().orElse(""));
    }
}
