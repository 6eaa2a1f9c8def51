package jplay.modules.system.accounts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import jplay.module.Result;
import jplay.modules.Given;
import jplay.testkit.ScriptHost;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Makes real accounts under names that nobody has; only as root. */
class AccountTests {
    private static final String USER = "jplaytest" + ProcessHandle.current().pid();
    private static final String GROUP = USER + "g";

    @TempDir private Path folder;
    private ScriptHost host = ScriptHost.of("dash");

    @BeforeEach
    void needsRoot() {
        assumeTrue(
                System.getProperty("user.name").equals("root")
                        && Files.exists(Path.of("/usr/sbin/useradd")));
    }

    @AfterEach
    void clean() {
        host = ScriptHost.of("dash");
        if (System.getProperty("user.name").equals("root")) {
            keepsWorking(user("'state': 'absent', 'remove': true, 'force': true"));
            keepsWorking(group("'state': 'absent'"));
        }
    }

    private Result user(String arguments) {
        return host.apply(Given.plan(User.class, "{'name': '" + USER + "', " + arguments + "}"));
    }

    private Result group(String arguments) {
        return host.apply(Given.plan(Group.class, "{'name': '" + GROUP + "', " + arguments + "}"));
    }

    private static String line(String file, String name) throws IOException {
        try (var lines = Files.lines(Path.of(file))) {
            return lines.filter(line -> line.startsWith(name + ":")).findFirst().orElse("");
        }
    }

    private void keepsWorking(Result result) {
        assertFalse(result.failed(), result::toString);
    }

    private void changes(Result result) {
        assertFalse(result.failed(), result::toString);
        assertTrue(result.changed(), result::toString);
    }

    private void keeps(Result result) {
        assertFalse(result.failed(), result::toString);
        assertFalse(result.changed(), result::toString);
    }

    @ParameterizedTest
    @FieldSource("jplay.testkit.ScriptHost#SHELLS")
    void makesChangesAndRemovesAGroup(String shell) throws IOException {
        host = ScriptHost.of(shell);
        var made = group("'gid': 48123");
        changes(made);
        assertEquals(48123L, made.values().get("gid"));
        keeps(group("'gid': 48123"));
        keeps(group("'state': 'present'"));
        changes(group("'gid': 48124"));
        assertTrue(line("/etc/group", GROUP).contains(":48124:"));
        changes(group("'state': 'absent'"));
        assertEquals("", line("/etc/group", GROUP));
        keeps(group("'state': 'absent'"));
    }

    @ParameterizedTest
    @FieldSource("jplay.testkit.ScriptHost#SHELLS")
    void makesAnAccountOnce(String shell) throws IOException {
        host = ScriptHost.of(shell);
        var arguments =
                "'comment': 'A \\u0027 B', 'home': '%s/home', 'groups': ['daemon', 'bin'], 'password': '$6$a$b', 'system': true"
                        .formatted(folder);
        var checked =
                host.check(Given.plan(User.class, "{'name': '" + USER + "', " + arguments + "}"));
        changes(checked);
        assertEquals("", line("/etc/passwd", USER));
        var made = user(arguments);
        changes(made);
        assertEquals("A ' B", made.values().get("comment"));
        assertEquals("daemon,bin", made.values().get("groups"));
        assertEquals("NOT_LOGGING_PASSWORD", made.values().get("password"));
        assertTrue(line("/etc/shadow", USER).startsWith(USER + ":$6$a$b:"));
        assertTrue(Files.isDirectory(folder.resolve("home")));
        keeps(user(arguments));
        changes(user("'state': 'absent', 'remove': true"));
        assertFalse(Files.exists(folder.resolve("home")));
        keeps(user("'state': 'absent'"));
    }

    @ParameterizedTest
    @FieldSource("jplay.testkit.ScriptHost#SHELLS")
    void changesWhatDiffers(String shell) throws IOException {
        host = ScriptHost.of(shell);
        var home = "'home': '%s/home', ".formatted(folder);
        changes(user(home + "'groups': ['daemon']"));
        keeps(user(home + "'groups': ['daemon'], 'append': true"));
        changes(user(home + "'groups': ['bin'], 'append': true"));
        keeps(user(home + "'groups': ['bin', 'daemon']"));
        changes(user(home + "'groups': ['bin']"));
        changes(user(home + "'groups': []"));
        keeps(user(home + "'groups': []"));
        changes(user("'shell': '/bin/false', 'comment': 'x'"));
        assertTrue(line("/etc/passwd", USER).endsWith(":x:" + folder + "/home:/bin/false"));
        changes(user("'expires': 1700000000"));
        keeps(user("'expires': 1700000000"));
        changes(user("'expires': -1"));
        changes(user("'password': '$6$c$d'"));
        keeps(user("'password': '$6$e$f', 'update_password': 'on_create'"));
        changes(user("'password_lock': true"));
        keeps(user("'password_lock': true"));
        changes(user("'password_lock': false"));
        changes(user("'password_expire_max': 90, 'password_expire_min': 1"));
        keeps(user("'password_expire_max': 90, 'password_expire_min': 1"));
        changes(user("'move_home': true, 'home': '%s/other'".formatted(folder)));
        assertTrue(Files.isDirectory(folder.resolve("other")));
        assertFalse(Files.exists(folder.resolve("home")));
    }

    @ParameterizedTest
    @FieldSource("jplay.testkit.ScriptHost#SHELLS")
    void makesAKey(String shell) {
        assumeTrue(Files.exists(Path.of("/usr/bin/ssh-keygen")));
        host = ScriptHost.of(shell);
        var arguments =
                "'home': '%s/home', 'generate_ssh_key': true, 'ssh_key_type': 'ed25519'"
                        .formatted(folder);
        var made = user(arguments);
        changes(made);
        assertEquals(folder + "/home/.ssh/id_ed25519", made.values().get("ssh_key_file"));
        assertTrue(made.values().get("ssh_public_key").toString().startsWith("ssh-ed25519 "));
        var again = user(arguments);
        keeps(again);
        assertEquals(made.values().get("ssh_public_key"), again.values().get("ssh_public_key"));
    }

    @ParameterizedTest
    @FieldSource("jplay.testkit.ScriptHost#SHELLS")
    void protectsAKeyWithoutShowingThePassphrase(String shell) throws Exception {
        assumeTrue(Files.exists(Path.of("/usr/bin/ssh-keygen")));
        host = ScriptHost.of(shell);
        changes(
                user(
                        "'home': '%s/home', 'generate_ssh_key': true, 'ssh_key_type': 'ed25519', 'ssh_key_passphrase': 'seven 77'"
                                .formatted(folder)));
        var key = folder + "/home/.ssh/id_ed25519";
        assertEquals(0, status("ssh-keygen", "-y", "-P", "seven 77", "-f", key));
        assertTrue(status("ssh-keygen", "-y", "-P", "", "-f", key) != 0);
    }

    private static int status(String... words) throws Exception {
        return new ProcessBuilder(words)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }

    @ParameterizedTest
    @FieldSource("jplay.testkit.ScriptHost#SHELLS")
    void keepsANewPasswordLocked(String shell) throws IOException {
        host = ScriptHost.of(shell);
        changes(user("'create_home': false, 'password': '$6$a$b'"));
        changes(user("'password': '$6$c$d', 'password_lock': true, 'create_home': false"));
        assertTrue(line("/etc/shadow", USER).startsWith(USER + ":!$6$c$d:"));
        keeps(user("'password': '$6$c$d', 'create_home': false"));
        changes(user("'password_lock': false, 'create_home': false"));
        assertTrue(line("/etc/shadow", USER).startsWith(USER + ":$6$c$d:"));
    }

    @ParameterizedTest
    @FieldSource("jplay.testkit.ScriptHost#SHELLS")
    void changesAnAccountWithoutToolsForThat(String shell) throws IOException {
        host = ScriptHost.of(shell);
        changes(user("'create_home': false"));
        var tools = Files.createDirectory(folder.resolve("tools"));
        for (var tool : List.of("cat", "cp", "id", "mv", "rm", "sed", "tr")) {
            Files.createSymbolicLink(tools.resolve(tool), Path.of("/bin/busybox"));
        }
        for (var program : List.of("dash", "bash", "busybox")) {
            Files.createSymbolicLink(tools.resolve(program), Path.of("/bin", program));
        }
        host = new ScriptHost(shell, Map.of("PATH", tools.toString()));
        var wanted =
                "'create_home': false, 'comment': 'A B', 'shell': '/bin/false', 'home': '/nowhere', 'password': '$6$c$d', 'expires': 1700000000, 'password_expire_max': 90";
        changes(user(wanted));
        assertTrue(line("/etc/passwd", USER).endsWith(":A B:/nowhere:/bin/false"));
        assertTrue(line("/etc/shadow", USER).startsWith(USER + ":$6$c$d:"));
        keeps(user(wanted));
        changes(user("'password_lock': true, 'create_home': false"));
        assertTrue(line("/etc/shadow", USER).startsWith(USER + ":!$6$c$d:"));
    }

    @ParameterizedTest
    @FieldSource("jplay.testkit.ScriptHost#SHELLS")
    void countsTheMainGroupWhereItListsTheAccount(String shell) throws IOException {
        host = ScriptHost.of(shell);
        changes(group("'state': 'present'"));
        var main = "'create_home': false, 'group': '%s', ".formatted(GROUP);
        changes(user(main + "'groups': []"));
        changes(user(main + "'groups': ['%s']".formatted(GROUP)));
        keeps(user(main + "'groups': ['%s'], 'append': true".formatted(GROUP)));
        changes(user(main + "'groups': []"));
    }

    @ParameterizedTest
    @FieldSource("jplay.testkit.ScriptHost#SHELLS")
    void saysWhichGroupIsMissing(String shell) {
        host = ScriptHost.of(shell);
        var result = user("'group': 'no-such-group'");
        assertTrue(result.failed());
        assertEquals("Group no-such-group does not exist", result.message().orElse(""));
    }
}
