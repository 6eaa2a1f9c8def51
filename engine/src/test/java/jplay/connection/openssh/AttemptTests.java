package jplay.connection.openssh;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jplay.config.Settings;
import jplay.config.Surroundings;
import jplay.connection.Become;
import jplay.connection.Destination;
import jplay.connection.ShellRequest;
import jplay.connection.UnreachableException;
import jplay.module.TaskFailure;
import jplay.module.type.Secret;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How often the system's ssh is called, and what it is told; a script takes its place. */
class AttemptTests {
    /** Fails so often, then is the host; what it was asked with is written down. */
    private static final String SSH =
            """
            #!/bin/sh
            cd "${0%/*}"
            echo "$*" >>calls
            for question in "ann@far's password: " "Enter passphrase for key 'k': " \\
                "Are you sure you want to continue connecting (yes/no/[fingerprint])? " "Enter PIN for k: "; do
                [ -z "$SSH_ASKPASS" ] || "$SSH_ASKPASS" "$question" 2>/dev/null || echo nothing
            done >answers
            if [ "$(wc -l <calls)" -le "$(cat failures)" ]; then
                cat message >&2
                exit 255
            fi
            for command; do :; done
            exec sh -c "$command"
            """;

    @TempDir Path folder;
    private final Map<String, Object> variables = new HashMap<>();

    @BeforeEach
    void write() throws IOException {
        var program = Files.writeString(folder.resolve("ssh"), SSH);
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
        failing(0, "");
        variables.put("ansible_ssh_executable", program.toString());
        variables.put("ansible_ssh_args", "-o ControlMaster=no");
    }

    private void failing(int times, String message) throws IOException {
        Files.writeString(folder.resolve("failures"), times + "\n");
        Files.writeString(folder.resolve("message"), message + "\n");
    }

    private String says(Optional<String> asked) {
        var kind =
                new OpenSshKind(
                        Settings.defaults(Surroundings.ofProcess()), asked.map(Secret::new));
        try (var connection = kind.open(new Destination("far", "openssh", variables))) {
            return connection.worker(Become.NONE).call(ShellRequest.of("echo", "in")).text();
        }
    }

    private String says() {
        return says(Optional.empty());
    }

    private List<String> calls() throws IOException {
        return Files.readAllLines(folder.resolve("calls"));
    }

    private List<String> answers() throws IOException {
        return Files.readAllLines(folder.resolve("answers"));
    }

    /** The third one comes a second after the second one. */
    @Test
    void triesAgainAsOftenAsIsWanted() throws Exception {
        variables.put("ansible_ssh_retries", 2);
        failing(2, "ssh: connect to host far port 22: Connection refused");
        var begun = System.nanoTime();
        assertEquals("in", says());
        assertEquals(3, calls().size());
        assertTrue(System.nanoTime() - begun >= 1_000_000_000L);
    }

    @Test
    void givesUpAfterTheLastTry() throws Exception {
        variables.put("ansible_ssh_retries", "1");
        failing(9, "ssh: connect to host far port 22: Connection refused");
        assertEquals(
                "Failed to connect to the host via ssh: ssh: connect to host far port 22: Connection refused",
                assertThrows(UnreachableException.class, this::says).getMessage());
        assertEquals(2, calls().size());
    }

    @Test
    void isPatientWithAServerThatIsTooBusy() throws Exception {
        failing(3, "kex_exchange_identification: read: Connection reset by peer");
        assertEquals("in", says());
        assertEquals(4, calls().size());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ann@far: Permission denied (publickey).",
                "No ED25519 host key is known for far.\nHost key verification failed."
            })
    void doesNotInsistWhereItIsRefused(String said) throws Exception {
        variables.put("ansible_ssh_retries", 5);
        failing(9, said);
        assertEquals(
                "Failed to connect to the host via ssh: " + said,
                assertThrows(UnreachableException.class, this::says).getMessage());
        assertEquals(1, calls().size());
    }

    @Test
    void saysThatThePasswordIsWrong() throws Exception {
        variables.put("ansible_password", "guess");
        failing(
                9,
                "Permission denied, please try again.\r\nann@far: Permission denied (password).\r");
        assertEquals(
                "Failed to connect to the host via ssh: Invalid/incorrect password:"
                        + " ann@far: Permission denied (password).",
                assertThrows(UnreachableException.class, this::says).getMessage());
        assertEquals(1, calls().size());
    }

    @Test
    void tellsOnlyWhatItIsAskedFor() throws Exception {
        variables.put("ansible_password", "open sesame");
        variables.put("ansible_ssh_private_key_passphrase", "of the 'key'");
        says(Optional.of("another"));
        assertEquals(List.of("open sesame", "of the 'key'", "no", "nothing"), answers());
        assertTrue(calls().getFirst().contains("-o NumberOfPasswordPrompts=1"), calls()::toString);
        assertTrue(!calls().toString().contains("sesame"), calls()::toString);
    }

    @Test
    void givesThePasswordThatWasAskedForAtTheBeginning() throws Exception {
        says(Optional.of("another"));
        assertEquals(List.of("another", "nothing", "no", "nothing"), answers());
    }

    @Test
    void hasNobodyAskedWithoutASecret() throws Exception {
        says();
        assertEquals(List.of(), answers());
        assertTrue(calls().getFirst().contains("-o BatchMode=yes"), calls()::toString);
    }

    @Test
    void logsInWithAKeyThatHasAPassphraseAndWithNothingElse() throws Exception {
        variables.put("ansible_private_key_passphrase", "of the key");
        says();
        assertEquals(List.of("nothing", "of the key", "no", "nothing"), answers());
        var call = calls().getFirst();
        assertTrue(call.contains("-o PasswordAuthentication=no"), call);
        assertTrue(!call.contains("BatchMode"), call);
    }

    @Test
    void wantsKeysInFiles() {
        variables.put("ansible_private_key", "-----BEGIN");
        assertEquals(
                "ansible_private_key: connection openssh has keys from files and agents only;"
                        + " use ansible_private_key_file, or connection ssh",
                assertThrows(TaskFailure.class, this::says).getMessage());
    }

    @Test
    void saysThatRetriesAreNoNumber() {
        variables.put("ansible_ssh_retries", "many");
        assertEquals(
                "ansible_ssh_retries: got 'many', want a number",
                assertThrows(TaskFailure.class, this::says).getMessage());
    }

    @Test
    void saysThatALoginStartsNoShell() throws Exception {
        Files.writeString(
                folder.resolve("ssh"),
                "#!/bin/sh\necho This account is currently not available.\nexit 1\n");
        assertEquals(
                "the login on far does not start a shell: This account is currently not available.",
                assertThrows(UnreachableException.class, this::says).getMessage());
    }
}
