package jplay.etcd;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The three members of {@code inventory/local.yml}, in a folder and on ports of their own.
 *
 * @param port of the clients of the first member; the others follow at a distance of 100
 */
record DemoCluster(Path home, int port) {
    /** Hosts in the inventory. */
    static final List<String> HOSTS = List.of("etcd-1", "etcd-2", "etcd-3");

    /** Names of the members. */
    static final List<String> MEMBERS = List.of("etcd-demo-1", "etcd-demo-2", "etcd-demo-3");

    /** In a folder that does not exist yet, on ports that are free. */
    static DemoCluster in(Path home) {
        return new DemoCluster(home, freePorts());
    }

    /** The URLs of the members. */
    List<String> endpoints() {
        return Stream.of(0, 100, 200).map(more -> "https://127.0.0.1:" + (port + more)).toList();
    }

    /** A file below its folder. */
    Path file(String name) {
        return home.resolve(name);
    }

    /** The processes of the members, in their order; none for a member without a pid file. */
    List<Long> pids() throws IOException {
        var pids = new ArrayList<Long>();
        for (var member : MEMBERS) {
            var file = home.resolve("run").resolve(member + ".pid");
            if (Files.exists(file)) {
                pids.add(Long.valueOf(Files.readString(file).strip()));
            }
        }
        return pids;
    }

    /** Ends the process of a member as a crash would; members count from 1. */
    void kill(int member) throws IOException {
        ProcessHandle.of(pids().get(member - 1)).ifPresent(ProcessHandle::destroyForcibly);
    }

    /** Whether a process runs; one that nobody has taken away yet does not. */
    static boolean runs(long pid) {
        try {
            return !Files.readString(Path.of("/proc/" + pid + "/stat")).contains(") Z ");
        } catch (IOException _) {
            return false;
        }
    }

    /** A first port such that all six are free; below those that the system hands out itself. */
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
            server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException _) {
            return false;
        }
    }
}
