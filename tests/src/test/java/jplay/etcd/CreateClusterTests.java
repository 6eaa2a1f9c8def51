package jplay.etcd;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
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

/** The main job, from nothing to nothing: each test goes on with the cluster as the one before left it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CreateClusterTests {
    private static final List<String> HOSTS = List.of("etcd-1", "etcd-2", "etcd-3");
    private static final Set<PosixFilePermission> OTHERS =
            Set.of(
                    PosixFilePermission.GROUP_READ,
                    PosixFilePermission.GROUP_WRITE,
                    PosixFilePermission.OTHERS_READ,
                    PosixFilePermission.OTHERS_WRITE);

    private final JplayProgram jplay = new JplayProgram();
    private final int port = freePorts();
    @TempDir private static Path folder;
    private Path home = Path.of("/nonexistent");

    @BeforeAll
    void place() {
        home = folder.resolve("demo");
    }

    @AfterAll
    void nothingRunsOn() throws IOException {
        for (var pid : pids()) {
            ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
        }
    }

    @Test
    @Order(1)
    void createsAHealthyClusterThatItsClientsCanUse() throws Exception {
        var run = create();
        assertEquals(0, run.status(), run::output);
        assertTrue(run.output().contains("endpoints: " + String.join(",", endpoints())), run::output);
        try (var client = ClusterClient.of(home, endpoints())) {
            assertEquals(
                    List.of("etcd-demo-1", "etcd-demo-2", "etcd-demo-3"), client.members());
            client.put("/greeting", "hello");
        }
        for (var endpoint : endpoints()) {
            try (var client = ClusterClient.of(home, List.of(endpoint))) {
                assertEquals("hello", client.get("/greeting"));
            }
        }
    }

    @Test
    @Order(2)
    void printsACommandLineThatWorks() throws Exception {
        var run = create();
        var line =
                run.output().lines().filter(text -> text.contains("bin/etcdctl")).findFirst().orElseThrow();
        var words = line.strip().replaceAll("[\",]+$|^\"", "").split(" +");
        var process = new ProcessBuilder(words).redirectErrorStream(true).start();
        var said = new String(process.getInputStream().readAllBytes());
        assertEquals(0, process.waitFor(), said);
        assertEquals(3, said.lines().filter(text -> text.contains("https://")).count(), said);
    }

    @Test
    @Order(3)
    void refusesStrangersAndClientsAmongMembers() throws Exception {
        var ssl = home.resolve("ssl");
        var peerAuthority = ssl.resolve("etcd-demo-peer-ca.crt");
        var member = new Caller(peerAuthority, ssl.resolve("etcd-demo-2-peer"));
        assertTrue(member.ask(port + 1, "/version").contains("200 OK"));
        var client = new Caller(peerAuthority, home.resolve("admin/admin"));
        assertThrows(SSLException.class, () -> client.ask(port + 1, "/version"));
        var user = new Caller(home.resolve("admin/ca.crt"), home.resolve("admin/admin"));
        assertTrue(user.ask(port, "/health").contains("200 OK"));
        var nobody = new Caller(home.resolve("admin/ca.crt"), ssl.resolve("etcd-demo-2-peer"));
        assertThrows(SSLException.class, () -> nobody.ask(port, "/health"));
    }

    @Test
    @Order(4)
    void keepsSecretsToTheUser() throws IOException {
        try (var files = Files.walk(home)) {
            for (var file : files.filter(each -> each.toString().endsWith(".key")).toList()) {
                var open = Files.getPosixFilePermissions(file);
                open.retainAll(OTHERS);
                assertEquals(Set.of(), open, file.toString());
            }
        }
        var open = Files.getPosixFilePermissions(home);
        open.retainAll(OTHERS);
        assertEquals(Set.of(), open);
    }

    @Test
    @Order(5)
    void changesNothingTheSecondTime() throws Exception {
        var before = pids();
        var run = create();
        assertEquals(0, run.status(), run::output);
        HOSTS.forEach(host -> assertEquals(0, run.changed(host), run::output));
        assertEquals(before, pids());
    }

    @Test
    @Order(6)
    void startsAStoppedMemberAndNoOther() throws Exception {
        var before = pids();
        ProcessHandle.of(before.get(1)).ifPresent(ProcessHandle::destroyForcibly);
        var run = create();
        assertEquals(0, run.status(), run::output);
        assertEquals(List.of(0, 1, 0), HOSTS.stream().map(run::changed).toList(), run::output);
        assertEquals(before.get(0), pids().get(0));
        assertEquals(before.get(2), pids().get(2));
        try (var client = ClusterClient.of(home, List.of(endpoints().get(1)))) {
            assertEquals("hello", client.get("/greeting"));
        }
    }

    @Test
    @Order(7)
    void restartsOneAfterTheOtherWhenTheConfigurationChanged() throws Exception {
        var before = pids();
        var run = jplay("create", "-e", "etcd_heartbeat_interval=200");
        assertEquals(0, run.status(), run::output);
        var after = pids();
        IntStream.range(0, 3).forEach(i -> assertNotEquals(before.get(i), after.get(i)));
        try (var client = ClusterClient.of(home, endpoints())) {
            assertEquals("hello", client.get("/greeting"));
        }
    }

    @Test
    @Order(8)
    void refusesToStartAMemberThatLostItsData() throws Exception {
        var data = home.resolve("data/etcd-demo-3");
        ProcessHandle.of(pids().get(2)).ifPresent(ProcessHandle::destroyForcibly);
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
        assertTrue(Files.exists(home.resolve("data/etcd-demo-1")));
    }

    @Test
    @Order(10)
    void deletesAllItMade() throws Exception {
        var before = pids();
        var run = jplay("delete", "-e", "etcd_confirm=false");
        assertEquals(0, run.status(), run::output);
        assertFalse(Files.exists(home));
        before.forEach(pid -> assertFalse(runs(pid), () -> "still runs: " + pid));
    }

    @Test
    @Order(11)
    void deletesNothingTwice() throws Exception {
        var run = jplay("delete", "-e", "etcd_confirm=false");
        assertEquals(0, run.status(), run::output);
        assertTrue(run.output().contains("nothing to delete"), run::output);
        HOSTS.forEach(host -> assertEquals(0, run.changed(host), run::output));
    }

    @Test
    @Order(12)
    void touchesNoDataOfOthers() throws Exception {
        var foreign = home.resolve("data/etcd-demo-2/member/snap/db");
        Files.createDirectories(foreign.getParent());
        Files.writeString(foreign, "precious");
        var run = create();
        assertEquals(2, run.status(), run::output);
        assertTrue(
                run.output().contains("holds data that no member of this cluster has put there"),
                run::output);
        try (var files = Files.walk(home)) {
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
            server.bind(new InetSocketAddress("127.0.0.1", port + 101));
            var run = create();
            assertEquals(2, run.status(), run::output);
            var taken = "port %d of etcd-demo-2 is taken by process".formatted(port + 101);
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
                                "etcd_action: got 'crate', want create or delete (did you mean 'create'?)"),
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
                                "etcd_home=" + home,
                                "-e",
                                "etcd_first_port=" + port),
                        Stream.of(more));
        return jplay.run(words.toArray(String[]::new));
    }

    private List<String> endpoints() {
        return Stream.of(0, 100, 200).map(more -> "https://127.0.0.1:" + (port + more)).toList();
    }

    /** The processes of the members, in their order; none for a member without a pid file. */
    private List<Long> pids() throws IOException {
        var pids = new ArrayList<Long>();
        for (var member : List.of("etcd-demo-1", "etcd-demo-2", "etcd-demo-3")) {
            var file = home.resolve("run").resolve(member + ".pid");
            if (Files.exists(file)) {
                pids.add(Long.valueOf(Files.readString(file).strip()));
            }
        }
        return pids;
    }

    /** A process that nobody has taken away yet does not run. */
    private static boolean runs(long pid) {
        try {
            return !Files.readString(Path.of("/proc/" + pid + "/stat")).contains(") Z ");
        } catch (IOException _) {
            return false;
        }
    }

    /** A first port such that all six that the members take are free; below those the system hands out itself. */
    private static int freePorts() {
        for (var tries = 0; tries < 100; tries++) {
            var first = ThreadLocalRandom.current().nextInt(20000, 32000);
            if (IntStream.of(0, 1, 100, 101, 200, 201).allMatch(more -> free(first + more))) {
                return first;
            }
        }
        throw new IllegalStateException("no six free ports");
    }

    private static boolean free(int port) {
        try (var server = new ServerSocket()) {
            server.bind(new InetSocketAddress("127.0.0.1", port));
            return true;
        } catch (IOException _) {
            return false;
        }
    }
}
