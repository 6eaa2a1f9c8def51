package jplay.etcd;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * The main job, from nothing to nothing: each test goes on with the cluster as the one before left
 * it.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CreateClusterTests {
    private static final Set<PosixFilePermission> OTHERS =
            Set.of(
                    PosixFilePermission.GROUP_READ,
                    PosixFilePermission.GROUP_WRITE,
                    PosixFilePermission.OTHERS_READ,
                    PosixFilePermission.OTHERS_WRITE);

    private final JplayProgram jplay = new JplayProgram();
    @TempDir private static Path folder;
    private DemoCluster cluster = new DemoCluster(Path.of("nowhere"), 0);

    @BeforeAll
    void place() throws IOException {
        // where root makes the cluster its members run as a user who has to get there
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
        cluster = DemoCluster.in(folder.resolve("demo"));
    }

    @AfterAll
    void nothingRunsOn() throws IOException {
        for (var pid : cluster.pids()) {
            ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
        }
    }

    @Test
    @Order(1)
    void createsAHealthyClusterThatItsClientsCanUse() throws Exception {
        var run = create();
        assertEquals(0, run.status(), run::output);
        assertTrue(
                run.output().contains("endpoints: " + String.join(",", cluster.endpoints())),
                run::output);
        try (var client = ClusterClient.of(cluster.home(), cluster.endpoints())) {
            assertEquals(DemoCluster.MEMBERS, client.members());
            client.put("/greeting", "hello");
        }
        for (var endpoint : cluster.endpoints()) {
            try (var client = ClusterClient.of(cluster.home(), List.of(endpoint))) {
                assertEquals("hello", client.get("/greeting"));
            }
        }
    }

    @Test
    @Order(2)
    void printsACommandLineThatWorks() throws Exception {
        var run = create();
        var line =
                run.output()
                        .lines()
                        .filter(text -> text.contains("bin/etcdctl"))
                        .findFirst()
                        .orElseThrow();
        var words = line.strip().replaceAll("[\",]+$|^\"", "").split(" +");
        var process = new ProcessBuilder(words).redirectErrorStream(true).start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), said);
        assertEquals(3, said.lines().filter(text -> text.contains("https://")).count(), said);
    }

    @Test
    @Order(3)
    void refusesStrangersAndClientsAmongMembers() throws Exception {
        var ssl = cluster.file("ssl");
        var peerAuthority = ssl.resolve("etcd-demo-peer-ca.crt");
        var member = new Caller(peerAuthority, ssl.resolve("etcd-demo-2-peer"));
        assertTrue(member.ask(cluster.port() + 1, "/version").contains("200 OK"));
        var client = new Caller(peerAuthority, cluster.file("admin/admin"));
        assertThrows(SSLException.class, () -> client.ask(cluster.port() + 1, "/version"));
        var user = new Caller(cluster.file("admin/ca.crt"), cluster.file("admin/admin"));
        assertTrue(user.ask(cluster.port(), "/health").contains("200 OK"));
        var nobody = new Caller(cluster.file("admin/ca.crt"), ssl.resolve("etcd-demo-2-peer"));
        assertThrows(SSLException.class, () -> nobody.ask(cluster.port(), "/health"));
    }

    @Test
    @Order(4)
    void keepsSecretsToTheUser() throws IOException {
        try (var files = Files.walk(cluster.home())) {
            for (var file : files.filter(each -> each.toString().endsWith(".key")).toList()) {
                var open = Files.getPosixFilePermissions(file);
                open.retainAll(OTHERS);
                assertEquals(Set.of(), open, file.toString());
            }
        }
        var open = Files.getPosixFilePermissions(cluster.home());
        open.retainAll(OTHERS);
        assertEquals(Set.of(), open);
    }

    @Test
    @Order(5)
    void runsTheMembersOfRootAsAUserOfTheirOwn() throws IOException {
        assumeTrue("root".equals(System.getProperty("user.name")), "needs root");
        for (var pid : cluster.pids()) {
            assertEquals("etcd", Files.getOwner(Path.of("/proc/" + pid)).getName());
        }
        assertEquals("etcd", Files.getOwner(cluster.file("data/etcd-demo-1")).getName());
    }

    @Test
    @Order(5)
    void changesNothingTheSecondTime() throws Exception {
        var before = cluster.pids();
        var run = create();
        assertEquals(0, run.status(), run::output);
        DemoCluster.HOSTS.forEach(host -> assertEquals(0, run.changed(host), run::output));
        assertEquals(before, cluster.pids());
    }

    @Test
    @Order(6)
    void startsAStoppedMemberAndNoOther() throws Exception {
        var before = cluster.pids();
        cluster.kill(2);
        var run = create();
        assertEquals(0, run.status(), run::output);
        assertEquals(
                List.of(0, 1, 0),
                DemoCluster.HOSTS.stream().map(run::changed).toList(),
                run::output);
        assertEquals(before.get(0), cluster.pids().get(0));
        assertEquals(before.get(2), cluster.pids().get(2));
        try (var client = ClusterClient.of(cluster.home(), List.of(cluster.endpoints().get(1)))) {
            assertEquals("hello", client.get("/greeting"));
        }
    }

    @Test
    @Order(7)
    void restartsOneAfterTheOtherWhenTheConfigurationChanged() throws Exception {
        var before = cluster.pids();
        var run = jplay("create", "-e", "etcd_heartbeat_interval=200");
        assertEquals(0, run.status(), run::output);
        var after = cluster.pids();
        IntStream.range(0, 3).forEach(i -> assertNotEquals(before.get(i), after.get(i)));
        try (var client = ClusterClient.of(cluster.home(), cluster.endpoints())) {
            assertEquals("hello", client.get("/greeting"));
        }
    }

    @Test
    @Order(8)
    void refusesToStartAMemberThatLostItsData() throws Exception {
        var data = cluster.file("data/etcd-demo-3");
        cluster.kill(3);
        Files.move(data, folder.resolve("away"));
        var run = create();
        assertEquals(2, run.status(), run::output);
        assertTrue(run.output().contains("etcd-demo-3 has lost its data"), run::output);
        assertFalse(Files.exists(data));
        Files.move(folder.resolve("away"), data);
    }

    @Test
    @Order(9)
    void asksBeforeItDeletes() throws Exception {
        var run = jplay("delete");
        assertEquals(2, run.status(), run::output);
        assertTrue(run.output().contains("not confirmed, so nothing was removed"), run::output);
        assertTrue(Files.exists(cluster.file("data/etcd-demo-1")));
    }

    @Test
    @Order(10)
    void deletesAllItMade() throws Exception {
        var before = cluster.pids();
        var run = jplay("delete", "-e", "etcd_confirm=false");
        assertEquals(0, run.status(), run::output);
        assertFalse(Files.exists(cluster.home()));
        before.forEach(pid -> assertFalse(DemoCluster.runs(pid), () -> "still runs: " + pid));
    }

    @Test
    @Order(11)
    void deletesNothingTwice() throws Exception {
        var run = jplay("delete", "-e", "etcd_confirm=false");
        assertEquals(0, run.status(), run::output);
        assertTrue(run.output().contains("nothing to delete"), run::output);
        DemoCluster.HOSTS.forEach(host -> assertEquals(0, run.changed(host), run::output));
    }

    @Test
    @Order(12)
    void touchesNoDataOfOthers() throws Exception {
        var foreign = cluster.file("data/etcd-demo-2/member/snap/db");
        Files.createDirectories(foreign.getParent());
        Files.writeString(foreign, "precious");
        var run = create();
        assertEquals(2, run.status(), run::output);
        assertTrue(
                run.output().contains("holds data that no member of this cluster has put there"),
                run::output);
        try (var files = Files.walk(cluster.home())) {
            assertEquals(List.of(foreign), files.filter(Files::isRegularFile).toList());
        }
        assertEquals(0, jplay("delete", "-e", "etcd_confirm=false").status());
        assertEquals("precious", Files.readString(foreign));
        Files.delete(foreign);
    }

    @Test
    @Order(13)
    void refusesAPortThatIsTaken() throws Exception {
        try (var server = new ServerSocket()) {
            server.bind(
                    new InetSocketAddress(InetAddress.getLoopbackAddress(), cluster.port() + 101));
            var run = create();
            assertEquals(2, run.status(), run::output);
            var taken =
                    "port %d of etcd-demo-2 is taken by process".formatted(cluster.port() + 101);
            assertTrue(run.output().contains(taken), run::output);
        }
    }

    @Test
    @Order(14)
    void saysWhatCanBeDone() throws Exception {
        var run = jplay("crate");
        assertEquals(2, run.status(), run::output);
        assertTrue(
                run.output()
                        .contains(
                                "etcd_action: got 'crate', want create or delete (did you mean"
                                        + " 'create'?)"),
                run::output);
    }

    private JplayProgram.Run create() throws Exception {
        return jplay("create");
    }

    private JplayProgram.Run jplay(String action, String... more) throws Exception {
        var words =
                Stream.concat(
                        Stream.of(
                                "etcd.yaml",
                                "-e",
                                "etcd_action=" + action,
                                "-e",
                                "etcd_home=" + cluster.home(),
                                "-e",
                                "etcd_first_port=" + cluster.port()),
                        Stream.of(more));
        return jplay.run(words.toArray(String[]::new));
    }
}
