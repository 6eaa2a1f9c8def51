package jplay.modules.etcd;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jplay.module.Result;
import jplay.module.type.RemotePath;
import jplay.modules.LocalRemote;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MemberInfoTests {
    @TempDir private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"dash", "bash", "busybox sh"})
    void seesAnEmptyPlace(String shell) {
        var seen = look(shell);
        assertFalse(seen.changed());
        assertEquals("absent", seen.values().get("data"));
        assertEquals(false, seen.values().get("config"));
        assertEquals(false, seen.values().get("running"));
        assertEquals(Map.of(), seen.values().get("used_ports"));
        assertTrue((Long) seen.values().get("free_mib") > 0);
    }

    @Test
    void seesDataAndWhoseItIs() throws IOException {
        Files.createDirectories(folder.resolve("data/member/snap"));
        Files.writeString(
                folder.resolve("conf"), "name: etcd-a-1\ninitial-cluster-token: \"etcd-a\"\n");
        Files.writeString(folder.resolve("joined"), "# once\nversion: 3.6.16\n");
        var seen = look("sh");
        assertEquals("member", seen.values().get("data"));
        assertEquals("member", seen.values().get("entries"));
        assertEquals("etcd-a-1", seen.values().get("name"));
        assertEquals("etcd-a", seen.values().get("token"));
        assertEquals(true, seen.values().get("joined"));
        assertEquals("3.6.16", seen.values().get("version"));
    }

    @Test
    void seesWhatIsNoData() throws IOException {
        Files.createDirectories(folder.resolve("data/photos"));
        var seen = look("sh");
        assertEquals("other", seen.values().get("data"));
        assertEquals("photos", seen.values().get("entries"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"dash", "busybox sh"})
    void seesWhoHoldsAPort(String shell) throws IOException {
        try (var server = new ServerSocket(0)) {
            var seen = look(shell, server.getLocalPort(), 1);
            var me = "process %d (java)".formatted(ProcessHandle.current().pid());
            assertEquals(
                    Map.of(String.valueOf(server.getLocalPort()), me),
                    seen.values().get("used_ports"));
        }
    }

    @Test
    void seesARunningProcess() throws IOException {
        Files.writeString(folder.resolve("pid"), ProcessHandle.current().pid() + "\n");
        assertEquals(true, look("sh").values().get("running"));
    }

    /** A systemd that knows one unit and says of it what it is told. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    MainPID=0 LoadState=not-found NeedDaemonReload=no  | absent | false
                    MainPID=0 LoadState=loaded NeedDaemonReload=no     | known  | false
                    MainPID=0 LoadState=loaded NeedDaemonReload=yes    | old    | false
                    MainPID=%d LoadState=loaded NeedDaemonReload=no    | known  | true
                    """)
    void seesWhatSystemdKnows(String properties, String unit, boolean running) throws IOException {
        var started = new ProcessBuilder("sleep", "60");
        started.environment().put("JPLAY_STARTED_FROM", "this and that");
        var process = started.start();
        try {
            var words = properties.formatted(process.pid()).split(" +");
            var systemctl = folder.resolve("systemctl");
            Files.writeString(
                    systemctl, "#!/bin/sh\nprintf '%s\\n' " + String.join(" ", words) + "\n");
            assertTrue(systemctl.toFile().setExecutable(true));
            var seen =
                    look("env PATH=" + folder + ":/usr/bin:/bin sh", Optional.of("etcd.service"));
            assertEquals(unit, seen.values().get("unit"));
            assertEquals(running, seen.values().get("running"));
            assertEquals(running ? "this and that" : "", seen.values().get("started_from"));
        } finally {
            process.destroyForcibly();
        }
    }

    private Result look(String shell, Integer... ports) {
        return look(shell, Optional.empty(), ports);
    }

    private Result look(String shell, Optional<String> unit, Integer... ports) {
        var task =
                new MemberInfo(
                        path("data"),
                        path("conf"),
                        path("joined"),
                        Optional.of(path("pid")),
                        unit,
                        List.of(ports));
        var result = LocalRemote.with(shell).run(task);
        assertFalse(result.failed(), () -> result.message().orElse(""));
        return result;
    }

    private RemotePath path(String name) {
        return new RemotePath(folder.resolve(name).toString());
    }
}
