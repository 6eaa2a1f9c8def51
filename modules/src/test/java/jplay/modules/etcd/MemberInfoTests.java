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

    private Result look(String shell, Integer... ports) {
        var task =
                new MemberInfo(
                        path("data"),
                        path("conf"),
                        path("joined"),
                        Optional.of(path("pid")),
                        Optional.empty(),
                        List.of(ports));
        var result = LocalRemote.with(shell).run(task);
        assertFalse(result.failed(), () -> result.message().orElse(""));
        return result;
    }

    private RemotePath path(String name) {
        return new RemotePath(folder.resolve(name).toString());
    }
}
