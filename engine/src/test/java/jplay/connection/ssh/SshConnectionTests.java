package jplay.connection.ssh;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import jplay.connection.Become;
import jplay.connection.PipeWorker;
import jplay.connection.ShellRequest;
import jplay.connection.UnreachableException;
import jplay.module.TaskFailure;
import jplay.module.type.Payload;
import jplay.testkit.SshServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SshConnectionTests {
    private static final String FAILED = "Failed to connect to the host via ssh: ";

    @TempDir Path folder;

    private Reached reached(String... configuration) throws IOException, InterruptedException {
        var server = SshServer.start(Files.createDirectory(folder.resolve("sshd")), configuration);
        return new Reached(folder.resolve("home"), server);
    }

    private static ShellRequest eval(String code) {
        return ShellRequest.of("eval", code);
    }

    private static String unreachable(Reached host) {
        return assertThrows(UnreachableException.class, () -> host.says("echo no")).getMessage();
    }

    @Test
    void answersByteForByte() throws Exception {
        var all = new byte[256 * 4000];
        for (var i = 0; i < all.length; i++) {
            all[i] = (byte) (i % 251 + i / 256);
        }
        var file = Files.write(folder.resolve("bytes"), all);
        try (var host = reached();
                var connection = host.connection()) {
            var worker = connection.worker(Become.NONE);
            var answers = new ArrayList<jplay.connection.ShellWorker.Pending>();
            for (var i = 0; i < 20; i++) {
                answers.add(worker.send(eval("echo " + i)));
            }
            for (var i = 0; i < 20; i++) {
                assertEquals(String.valueOf(i), answers.get(i).await().text().strip());
            }
            assertArrayEquals(all, worker.call(ShellRequest.of("cat", file.toString())).output());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Compression=yes",
                "Ciphers=chacha20-poly1305@openssh.com",
                "Ciphers=aes256-ctr",
                "Ciphers=aes256-gcm@openssh.com",
                "KexAlgorithms=diffie-hellman-group14-sha256",
                "KexAlgorithms=ecdh-sha2-nistp384",
                "HostKeyAlgorithms=-ssh-ed25519*",
                "MACs=hmac-sha1"
            })
    void carriesLargeFilesWithAnyAlgorithm(String option) throws Exception {
        var bytes = new byte[5_000_003];
        for (var i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (i * 31 + i / 1000);
        }
        var ecdsa = Files.createDirectory(folder.resolve("keys")).resolve("ecdsa");
        SshServer.generate(ecdsa, "ecdsa", "");
        try (var host = reached("HostKey " + ecdsa, "RekeyLimit 1M")) {
            host.with("ansible_ssh_common_args", "-o StrictHostKeyChecking=no -o " + option);
            try (var connection = host.connection()) {
                var worker = connection.worker(Become.NONE);
                var path = worker.upload(Payload.of(bytes));
                assertTrue(Arrays.equals(bytes, Files.readAllBytes(Path.of(path))));
                var back = worker.call(ShellRequest.of("cat", path)).output();
                assertTrue(Arrays.equals(bytes, back));
                worker.call(ShellRequest.of("rm", path));
            }
        }
    }

    /** In the middle of it another library takes the encryption over. */
    @ParameterizedTest
    @CsvSource({"aes128-gcm@openssh.com", "aes256-gcm@openssh.com"})
    void carriesMuch(String cipher) throws Exception {
        var bytes = new byte[20_000_003];
        new Random(7).nextBytes(bytes);
        // one session for a connection: the file takes another connection
        try (var host = reached("MaxSessions 1")) {
            host.with(
                    "ansible_ssh_common_args", "-o StrictHostKeyChecking=no -o Ciphers=" + cipher);
            try (var connection = host.connection()) {
                var worker = connection.worker(Become.NONE);
                ((PipeWorker) worker).keepAtMost(30_000_000);
                var path = worker.upload(Payload.of(bytes));
                assertTrue(Arrays.equals(bytes, Files.readAllBytes(Path.of(path))));
                var back = worker.call(ShellRequest.of("cat", path)).output();
                assertTrue(Arrays.equals(bytes, back));
                assertEquals(2, logins(host));
            }
        }
    }

    @Test
    void becomesAnotherUserOverTheSameConnection() throws Exception {
        org.junit.jupiter.api.Assumptions.assumeTrue(
                System.getProperty("user.name").equals("root"));
        try (var host = reached();
                var connection = host.connection()) {
            var other = new Become("su", "nobody", java.util.Optional.empty(), "-s /bin/sh", "");
            assertEquals("nobody", connection.worker(other).call(eval("id -un")).text().strip());
            assertEquals(
                    "root", connection.worker(Become.NONE).call(eval("id -un")).text().strip());
            assertEquals(1, logins(host));
        }
    }

    @Test
    void aRefusedUserFailsTheTask() throws Exception {
        var program =
                Files.writeString(
                        folder.resolve("sudo"),
                        "#!/bin/sh\necho 'sudo: a password is required' >&2; exit 1\n");
        assertTrue(program.toFile().setExecutable(true));
        try (var host = reached();
                var connection = host.connection()) {
            var other =
                    new Become("sudo", "root", java.util.Optional.empty(), "", program.toString());
            var refused = assertThrows(TaskFailure.class, () -> connection.worker(other));
            assertEquals("Missing sudo password", refused.getMessage());
            assertEquals(
                    "fine", connection.worker(Become.NONE).call(eval("echo fine")).text().strip());
        }
    }

    private static int logins(Reached host) throws IOException {
        return (int) host.server().log().lines().filter(line -> line.contains("Accepted ")).count();
    }

    @Test
    void takesAnotherConnectionWhereOneHasOneSession() throws Exception {
        org.junit.jupiter.api.Assumptions.assumeTrue(
                System.getProperty("user.name").equals("root"));
        try (var host = reached("MaxSessions 1");
                var connection = host.connection()) {
            var other = new Become("su", "nobody", java.util.Optional.empty(), "-s /bin/sh", "");
            connection.worker(Become.NONE).call(eval("true"));
            assertEquals("nobody", connection.worker(other).call(eval("id -un")).text().strip());
            assertEquals(2, logins(host));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "echo Welcome; echo careful >&2; eval $SSH_ORIGINAL_COMMAND",
                "bash -c \"$SSH_ORIGINAL_COMMAND\"",
                "csh -c \"$SSH_ORIGINAL_COMMAND\"",
                "fish -c \"$SSH_ORIGINAL_COMMAND\""
            })
    void anyLoginShellWillDo(String login) throws Exception {
        var program = login.split(" ", 2)[0];
        org.junit.jupiter.api.Assumptions.assumeTrue(
                program.equals("echo") || Files.isExecutable(Path.of("/usr/bin", program)));
        try (var host = reached("ForceCommand " + login)) {
            assertEquals("'a\"b", host.says("echo \"'a\\\"b\"").strip());
        }
    }

    @Test
    void saysWhatALoginWithoutAShellPrints() throws Exception {
        try (var host = reached("ForceCommand echo This account is not available >&2; exit 1")) {
            assertEquals(
                    FAILED
                            + "the login of %s on web1 does not start a shell: This account is not available"
                                    .formatted(System.getProperty("user.name")),
                    unreachable(host));
        }
    }

    @Test
    void sendsVariables() throws Exception {
        try (var host = reached("AcceptEnv LC_* COLOUR")) {
            host.environment("LC_TIME", "C").environment("LC_NAME", "no");
            host.environment("SECRET", "no");
            host.config(
                    "SendEnv LC_TIME LC_NAME\nSendEnv -LC_N*\nSetEnv COLOUR=blue\nSetEnv COLOUR=red\n");
            assertEquals("C blue", host.says("echo $LC_TIME $LC_NAME $COLOUR $SECRET").strip());
        }
    }

    @Test
    void aDroppedConnectionIsTold() throws Exception {
        var file = folder.resolve("count");
        try (var host = reached();
                var connection = host.connection()) {
            var worker = connection.worker(Become.NONE);
            worker.call(eval("true"));
            var running = worker.send(eval("echo x >>" + file + "; sleep 20"));
            var next = worker.send(eval("echo y >>" + file));
            while (Files.notExists(file)) {
                TimeUnit.MILLISECONDS.sleep(10);
            }
            host.server().dropConnections();
            var lost = assertThrows(UnreachableException.class, running::await).getMessage();
            assertTrue(lost.startsWith(FAILED), lost);
            assertThrows(UnreachableException.class, next::await);
            assertEquals(
                    "fine", connection.worker(Become.NONE).call(eval("echo fine")).text().strip());
            assertEquals(List.of("x"), Files.readAllLines(file));
        }
    }

    @Test
    void aSilentHostIsGivenUp() throws Exception {
        try (var host = reached()) {
            host.with(
                    "ansible_ssh_common_args", "-o ServerAliveInterval=1 -o ServerAliveCountMax=2");
            try (var connection = host.connection()) {
                var worker = connection.worker(Become.NONE);
                worker.call(eval("true"));
                host.server().freeze(true);
                var lost =
                        assertThrows(UnreachableException.class, () -> worker.call(eval("true")));
                assertEquals(FAILED + "Timeout, server web1 not responding.", lost.getMessage());
            } finally {
                host.server().freeze(false);
            }
        }
    }

    @Test
    void manyLoginsAtOnceAreTaken() throws Exception {
        try (var host = reached("MaxStartups 4:100:4");
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var first = host.connection();
            var jobs = new ArrayList<Callable<String>>();
            for (var i = 0; i < 40; i++) {
                jobs.add(() -> host.says("echo in"));
            }
            for (var done : threads.invokeAll(jobs)) {
                assertEquals("in", done.get().strip());
            }
            first.close();
        }
    }

    @Test
    void whatRunsIsStoppedAtTheEnd() throws Exception {
        var file = folder.resolve("alive");
        try (var host = reached()) {
            var connection = host.connection();
            connection.worker(Become.NONE).call(eval("true"));
            connection
                    .worker(Become.NONE)
                    .send(eval("while :; do echo >>" + file + "; sleep 0.05; done"));
            while (Files.notExists(file)) {
                TimeUnit.MILLISECONDS.sleep(10);
            }
            connection.close();
            var size = Files.size(file);
            TimeUnit.MILLISECONDS.sleep(300);
            assertEquals(size, Files.size(file));
        }
        assertFalse(Files.notExists(file));
    }
}
