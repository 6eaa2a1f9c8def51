package jplay.connection;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jplay.connection.local.LocalConnection;
import jplay.module.Plan;
import jplay.module.Result;
import jplay.module.Script;
import jplay.module.TaskFailure;
import jplay.module.type.Payload;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Hosts whose folders, language or habits are not what one expects. */
class OddHostTests {
    private static final Script WRITE =
            new Script(
                    "put",
                    """
                    put_look() { return 1; }
                    put_change() { temporary "${1%/*}"; payload 1 "$temporary"; mv "$temporary" "$1"; }
                    """,
                    List.of());

    @TempDir Path folder;

    /** This machine with other file systems, seen by its shells alone. */
    private static Connection mounted(String commands) throws Exception {
        var words = List.of("unshare", "-m", "sh", "-c", "set -e; " + commands + "; exec sh");
        var trial = new ProcessBuilder("unshare", "-m", "true").start();
        Assumptions.assumeTrue(trial.waitFor() == 0, "cannot mount here");
        return new LocalConnection("odd", words);
    }

    private static Result put(Connection connection, String target, byte[] bytes) {
        var host = new RemoteHost(connection, Become.NONE, Map.of(), Optional.empty());
        var plan = Plan.guarded(WRITE, List.of(target), _ -> Result.of());
        return new PlanRunner(host, false, false).run(plan.with(Payload.of(bytes)));
    }

    @Test
    void needsNothingThatCanBeRunInTheTemporaryFolder() throws Exception {
        try (var connection = mounted("mount -t tmpfs -o noexec,nosuid tmpfs /tmp")) {
            assertEquals(Map.of(), put(connection, "/tmp/target", new byte[300_000]).values());
        }
    }

    @Test
    void needsNoHomeThatCanBeWritten() throws Exception {
        var home = Files.createDirectory(folder.resolve("home"));
        var mount = "mount -t tmpfs -o ro tmpfs " + home + "; export HOME=" + home;
        try (var connection = mounted(mount)) {
            var target = folder.resolve("target");
            assertEquals(Map.of(), put(connection, target.toString(), new byte[300_000]).values());
            assertEquals(300_000, Files.size(target));
        }
    }

    @Test
    void takesAnotherTemporaryFolderWhenOneIsFull() throws Exception {
        var mount = "unset TMPDIR; mount -t tmpfs -o size=64k tmpfs /tmp";
        try (var connection = mounted(mount)) {
            var path = connection.worker(Become.NONE).upload(Payload.of(new byte[300_000]));
            assertTrue(path.startsWith("/var/tmp/.jplay-"), path);
        }
    }

    @Test
    void saysThatThereIsNoRoom() throws Exception {
        var full = "mount -t tmpfs -o size=32k tmpfs ";
        var mounts = "unset TMPDIR; export HOME=/tmp; " + full + "/tmp; " + full + "/var/tmp";
        try (var connection = mounted(mounts)) {
            var worker = connection.worker(Become.NONE);
            var thrown =
                    assertThrows(
                            TaskFailure.class, () -> worker.upload(Payload.of(new byte[300_000])));
            assertEquals(
                    "cannot write a temporary file: no folder of these has room for 300000 bytes and can be written:"
                            + " /tmp /var/tmp",
                    thrown.getMessage());
            assertEquals("still", worker.call(ShellRequest.of("echo", "still")).text());
            assertEquals(
                    "cannot write in the folder /tmp: is the disk full?",
                    put(connection, "/tmp/target", new byte[65_000]).message().orElse(""));
        }
    }

    @Test
    void readsAllBytesOfWhatThereIsNoRoomFor() throws Exception {
        var mount = "unset TMPDIR; mount -t tmpfs -o size=64k tmpfs /tmp; mkdir /tmp/bin; ";
        var silent = "printf '#!/bin/sh\\nexit 1\\n' >/tmp/bin/df; chmod 755 /tmp/bin/df; ";
        try (var connection = mounted(mount + silent + "PATH=/tmp/bin:$PATH")) {
            var worker = connection.worker(Become.NONE);
            var thrown =
                    assertThrows(
                            TaskFailure.class, () -> worker.upload(Payload.of(new byte[900_000])));
            assertTrue(
                    thrown.getMessage().endsWith("No space left on device"), thrown.getMessage());
            assertEquals("still", worker.call(ShellRequest.of("echo", "still")).text());
        }
    }

    @Test
    void carriesEveryByteInALanguageWithoutThem() throws Exception {
        var shell = List.of("env", "LC_ALL=C", "LANG=C", "sh");
        try (var connection = new LocalConnection("odd", shell)) {
            var target = folder.resolve("gr\u00fc\u00dfe \u6587");
            var bytes = "na\u00efve \u2603\n".getBytes(StandardCharsets.UTF_8);
            assertEquals(Map.of(), put(connection, target.toString(), bytes).values());
            assertArrayEquals(bytes, Files.readAllBytes(target));
            var answer =
                    connection.worker(Become.NONE).call(ShellRequest.of("ls", folder.toString()));
            assertEquals("gr\u00fc\u00dfe \u6587", answer.text());
        }
    }
}
