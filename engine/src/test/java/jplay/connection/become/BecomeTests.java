package jplay.connection.become;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import jplay.connection.Become;
import jplay.connection.Connection;
import jplay.connection.ShellRequest;
import jplay.connection.local.LocalConnection;
import jplay.module.TaskFailure;
import jplay.module.type.Payload;
import jplay.module.type.Secret;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Against the sudo and su of this machine. */
class BecomeTests {
    private static Optional<Accounts> made = Optional.empty();

    @BeforeAll
    static void makeAccounts() throws Exception {
        made = Optional.of(new Accounts());
    }

    @AfterAll
    static void removeAccounts() throws Exception {
        if (made.isPresent()) {
            made.get().remove();
        }
    }

    private static Accounts accounts() {
        return made.orElseThrow();
    }

    private static Become become(String method, String user, String password) {
        var secret =
                password.isEmpty() ? Optional.<Secret>empty() : Optional.of(new Secret(password));
        return new Become(method, user, secret, "", "");
    }

    private static String whoever(Connection connection, Become become) {
        return connection.worker(become).call(ShellRequest.of("id", "-un")).text();
    }

    private static String asLogin(Become become) {
        try (var connection = accounts().connection()) {
            return whoever(connection, become);
        }
    }

    private static String refusal(Become become) {
        return assertThrows(TaskFailure.class, () -> asLogin(become)).getMessage();
    }

    @Test
    void becomesRootWithTheLoginsPassword() {
        assertEquals("root", asLogin(become("sudo", "root", Accounts.PASSWORD)));
        assertEquals("root", asLogin(become("ansible.builtin.sudo", "root", Accounts.PASSWORD)));
    }

    @Test
    void becomesAnOrdinaryUserWithThatUsersPassword() {
        assertEquals(accounts().other, asLogin(become("su", accounts().other, Accounts.PASSWORD)));
    }

    @Test
    void becomesAnybodyAsRootWithoutPassword() {
        for (var method : List.of("sudo", "su", "runuser")) {
            try (var connection = new LocalConnection("here")) {
                var become = become(method, accounts().other, "");
                assertEquals(accounts().other, whoever(connection, become), method);
            }
        }
    }

    @Test
    void saysWhatIsWrongWithThePassword() {
        assertEquals("Incorrect sudo password", refusal(become("sudo", "root", "wrong")));
        assertEquals("Missing sudo password", refusal(become("sudo", "root", "")));
        assertEquals("Incorrect su password", refusal(become("su", accounts().other, "wrong")));
        assertEquals("Missing su password", refusal(become("su", accounts().other, "")));
    }

    @Test
    void saysWhyItIsRefused() {
        var unknown = refusal(become("sudo", "nosuchuser", Accounts.PASSWORD));
        assertTrue(
                unknown.startsWith("cannot become nosuchuser with sudo: sudo: unknown user"),
                unknown);
        var method = refusal(become("abracadabra", "root", ""));
        assertEquals(
                "Invalid become method specified, could not find matching plugin: 'abracadabra'."
                        + " Use one of sudo, su, doas, runuser.",
                method);
        var executable = new Become("sudo", "root", Optional.empty(), "", "/no/such/sudo");
        assertTrue(refusal(executable).contains("/no/such/sudo: not found"), refusal(executable));
    }

    @Test
    void takesNoNoticeOfALecture() throws Exception {
        accounts().rules("Defaults:" + accounts().login + " lecture=always");
        assertEquals("root", asLogin(become("sudo", "root", Accounts.PASSWORD)));
        accounts().rules("");
    }

    @Test
    void givesTheMethodATerminalWhereItWantsOne() throws Exception {
        accounts().rules("Defaults:" + accounts().login + " requiretty");
        var bytes = new byte[] {0, 4, 3, 13, 10, 26, -1, 27};
        try (var connection = accounts().connection()) {
            var worker = connection.worker(become("sudo", "root", Accounts.PASSWORD));
            var request =
                    new ShellRequest(
                            List.of(),
                            List.of("cat"),
                            Map.of(),
                            bytes,
                            List.of(),
                            Optional.empty());
            assertArrayEquals(bytes, worker.call(request).output());
        } finally {
            accounts().rules("");
        }
    }

    @Test
    void asksInTheLanguageOfTheHost() {
        assertTrue(Prompt.asks("Passwort: "));
        assertTrue(Prompt.asks("[sudo] \u5bc6\u7801\uff1a"));
        assertTrue(Prompt.asks("[sudo] Mot de passe de jean : "));
        assertTrue(Prompt.asks("\u30d1\u30b9\u30ef\u30fc\u30c9: "));
        assertFalse(Prompt.asks("your password: will expire\n"));
        assertFalse(Prompt.asks("Welcome: "));
    }

    @Test
    void neverShowsThePasswordToOthers() {
        try (var connection = accounts().connection()) {
            var become = become("sudo", "root", Accounts.PASSWORD);
            var worker = connection.worker(become);
            assertEquals("root", worker.call(ShellRequest.of("id", "-un")).text());
            assertTrue(
                    ProcessHandle.allProcesses()
                            .noneMatch(process ->
                                    process.info()
                                            .commandLine()
                                            .orElse("")
                                            .contains(Accounts.PASSWORD)));
        }
    }

    @Test
    void keepsTemporaryFilesToTheUser() throws Exception {
        var bytes = new byte[200_000];
        new Random(5).nextBytes(bytes);
        try (var connection = new LocalConnection("here")) {
            var worker = connection.worker(become("sudo", accounts().other, ""));
            var path = Path.of(worker.upload(Payload.of(bytes)));
            assertEquals(accounts().other, Files.getOwner(path).getName());
            assertEquals(
                    "rw-------",
                    PosixFilePermissions.toString(Files.getPosixFilePermissions(path)));
            assertArrayEquals(bytes, Files.readAllBytes(path));
        }
    }

    @Test
    void stopsWhatRunsAsTheOtherUser() {
        try (var connection = accounts().connection()) {
            var worker = connection.worker(become("sudo", "root", Accounts.PASSWORD));
            worker.call(ShellRequest.of("true"));
            var slow =
                    new ShellRequest(
                            List.of(),
                            List.of("eval", "sleep 73.5 | cat; true"),
                            Map.of(),
                            new byte[0],
                            List.of(),
                            Optional.of(Duration.ofSeconds(1)));
            assertThrows(TaskFailure.class, () -> worker.call(slow));
            assertTrue(
                    ProcessHandle.allProcesses()
                            .noneMatch(process ->
                                    process.info()
                                            .commandLine()
                                            .orElse("")
                                            .contains("sleep 73.5")));
        }
    }
}
