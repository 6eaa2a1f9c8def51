package jplay.connection.ssh.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import jplay.connection.UnreachableException;
import jplay.module.TaskFailure;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SshConfigTests {
    @TempDir Path home;

    private final GivenOptions given = new GivenOptions();
    private Path system;

    @BeforeEach
    void folders() throws IOException {
        Files.createDirectory(home.resolve(".ssh"));
        system = Files.createDirectory(home.resolve("system"));
    }

    private void config(String text) throws IOException {
        write(home.resolve(".ssh/config"), text);
    }

    private static void write(Path file, String text) throws IOException {
        Files.writeString(file, text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
    }

    private String number() {
        return String.valueOf(Ownership.of(home).orElseThrow().owner());
    }

    private HostOptions resolve(String host) {
        var user =
                new Query.LocalUser(
                        "me",
                        home,
                        number(),
                        "desk.example",
                        Map.of("DIR", "keys", "SHELL", "/bin/sh"));
        return new SshConfig(system).resolve(new Query(host, given.values(), given.file(), user));
    }

    @Test
    void takesTheFirstValue() throws IOException {
        config("Host a\n  Port 1\nHost *\n  Port 2\n  User other\n");
        Files.writeString(system.resolve("ssh_config"), "Port 3\nUser third\nCompression yes\n");
        assertEquals(1, resolve("a").port());
        assertEquals(2, resolve("b").port());
        assertEquals("other", resolve("a").user());
        assertTrue(resolve("a").flag("Compression", false));
    }

    @Test
    void givenOptionsWinOverFiles() throws IOException {
        config("Port 1\nIdentityFile ~/b\n");
        given.words(List.of("-p", "9", "-o", "Port=8", "-i", "~/a", "-oUser=x", "-4C"));
        var options = resolve("a");
        assertEquals(9, options.port());
        assertEquals("x", options.user());
        assertEquals("inet", options.text("AddressFamily").orElseThrow());
        assertEquals(List.of(home + "/a", home + "/b"), options.paths("IdentityFile", List.of()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    Host web* !web3             | web1 | true
                    Host web* !web3             | web3 | false
                    Host "web1" other           | web1 | true
                    Host=web?                   | web1 | true
                    Host web*                   | WEB1 | false
                    Match host web*             | WEB1 | true
                    Match originalhost WEB*     | web1 | true
                    Match user ME               | web1 | false
                    Host web?                   | web12 | false
                    Match all                   | web1 | true
                    Match host *.example        | web1.example | true
                    Match host=*.example        | web1.example | true
                    Match !host web1            | web1 | false
                    Match originalhost web1 user me | web1 | true
                    Match user you              | web1 | false
                    Match localuser me,you      | web1 | true
                    Match exec "test %h = web1" | web1 | true
                    Match exec "test %n = web1" | web2 | false
                    Match !exec false           | web1 | true
                    Match final                 | web1 | true
                    Match canonical             | web1 | false
                    Match final host web1       | web1 | true
                    """)
    void selectsBlocks(String line, String host, boolean holds) throws IOException {
        config(line + "\n  Port 7\n");
        assertEquals(holds ? 7 : 22, resolve(host).port());
    }

    @Test
    void matchesTheNameFoundInTheFinalPass() throws IOException {
        config("Host a\n HostName real.example\nMatch final host *.example\n User deep\n");
        assertEquals("deep", resolve("a").user());
    }

    @Test
    void theFinalPassAddsToWhatTheFirstOneFound() throws IOException {
        config(
                """
                Match final
                  User late
                  IdentityFile ~/late
                Host *
                  User early
                  IdentityFile ~/early
                  HostName %h.example
                Host *.example
                  Port 77
                """);
        var options = resolve("web");
        assertEquals("early", options.user());
        assertEquals("web.example", options.hostname());
        assertEquals(77, options.port());
        assertEquals(
                List.of(home + "/early", home + "/late"), options.paths("IdentityFile", List.of()));
    }

    @Test
    void includesFilesWhereTheBlockHolds() throws IOException {
        Files.createDirectory(home.resolve(".ssh/conf.d"));
        write(home.resolve(".ssh/conf.d/1.conf"), "Host a\n Port 5\n");
        write(home.resolve(".ssh/conf.d/2.conf"), "Port 6\n");
        config("Host x\n Include nowhere conf.d/2.conf\nHost *\n Include conf.d/*.conf\nPort 8\n");
        assertEquals(5, resolve("a").port());
        assertEquals(6, resolve("b").port());
        assertEquals(6, resolve("x").port());
    }

    @Test
    void refusesFilesThatOthersMayHaveWritten() throws IOException {
        config("Include more\n");
        var included = home.resolve(".ssh/more");
        write(included, "ProxyCommand steal\n");
        assertEquals("steal", resolve("a").text("ProxyCommand").orElseThrow());
        Files.setPosixFilePermissions(included, PosixFilePermissions.fromString("rw-rw-r--"));
        var refused = assertThrows(UnreachableException.class, () -> resolve("a"));
        assertEquals(
                "Failed to connect to the host via ssh: Bad owner or permissions on " + included,
                refused.getMessage());
    }

    @Test
    void replacesTokens() throws IOException {
        config(
                """
                HostName %h.example
                Port 77
                User deploy
                IdentityFile ~/${DIR}/%r@%h:%p-%n
                ProxyCommand nc -X 5 %h %p # not a comment
                UserKnownHostsFile %d/known-%L-%u-%i-%%
                """);
        var options = resolve("a");
        assertEquals("a.example", options.hostname());
        assertEquals(
                List.of(home + "/keys/deploy@a.example:77-a"),
                options.paths("IdentityFile", List.of()));
        assertEquals(
                "nc -X 5 a.example 77 # not a comment",
                options.tokens().replaced(options.text("ProxyCommand").orElseThrow()));
        assertEquals(
                List.of(home + "/known-desk-me-" + number() + "-%"),
                options.paths("UserKnownHostsFile", List.of()));
    }

    @Test
    void readsOnlyTheFileThatIsNamed() throws IOException {
        config("Port 1\n");
        Files.writeString(home.resolve("other"), "User named\n");
        given.words(List.of("-F", home + "/other"));
        assertEquals("named", resolve("a").user());
        assertEquals(22, resolve("a").port());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    d   | d
                    +d  | a,b,c,d
                    -b* | a,c
                    ^c  | c,a,b
                    """)
    void changesListsOfAlgorithms(String written, String wanted) throws IOException {
        config("Ciphers " + written + "\n");
        assertEquals(
                List.of(wanted.split(",", -1)),
                resolve("a").algorithms("Ciphers", List.of("a", "b", "c")));
    }

    @Test
    void readsTimes() throws IOException {
        config("ConnectTimeout 1m30s\nServerAliveInterval 5\n");
        assertEquals(Duration.ofSeconds(90), resolve("a").time("ConnectTimeout").orElseThrow());
        assertEquals(Duration.ofSeconds(5), resolve("a").time("serveraliveinterval").orElseThrow());
    }

    @Test
    void theFirstProxyWins() throws IOException {
        config("ProxyJump one\nProxyCommand nc %h %p\n");
        assertTrue(resolve("a").text("ProxyCommand").isEmpty());
        given.words(List.of("-o", "ProxyCommand=none"));
        assertTrue(resolve("a").text("ProxyJump").isEmpty());
    }

    @Test
    void readsHops() {
        var hops = Jump.parse("me@one:22, [fe80::1]:2222,ssh://you@three:7");
        assertEquals("me@one:22", hops.get(0).text());
        assertEquals("[fe80::1]:2222", hops.get(1).text());
        assertEquals("you@three:7", hops.get(2).text());
        assertEquals(List.of(), Jump.parse("none"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    -o StrictHostKeyCheking=no | ssh arguments: unknown option 'stricthostkeycheking' (did you mean 'stricthostkeychecking'?)
                    -o                         | ssh arguments: -o wants a value
                    host                       | ssh arguments: got 'host', want options such as -o or -i
                    -Z                         | ssh arguments: unknown option -Z
                    -W h:1                     | ssh arguments: -W has no place here, use ProxyJump or ProxyCommand
                    """)
    void saysWhichArgumentIsWrong(String words, String message) {
        var wrong =
                assertThrows(TaskFailure.class, () -> given.words(List.of(words.split(" ", -1))));
        assertEquals(message, wrong.getMessage());
    }

    @Test
    void saysWhichValueIsWrong() throws IOException {
        config("Port many\n");
        var wrong = assertThrows(TaskFailure.class, () -> resolve("a").port());
        assertEquals("ssh option Port for a: got 'many', want a number", wrong.getMessage());
    }
}
