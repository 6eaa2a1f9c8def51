package jplay.connection.ssh.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jplay.connection.UnreachableException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CanonicalNameTests {
    private static final Set<String> NAMES = Set.of("web.b.example.", "x.web.a.example.");

    @TempDir Path folder;

    private HostOptions resolve(String host, String text, String... options) throws IOException {
        var file = Files.writeString(folder.resolve("config"), text);
        var given = new GivenOptions();
        given.words(List.of(options));
        var user = new Query.LocalUser("me", folder, "1000", "desk.example", Map.of());
        var only = Optional.of(file.toString());
        return new SshConfig(folder, NAMES::contains)
                .resolve(new Query(host, given.values(), only, user));
    }

    /** Each as {@code ssh -G} of OpenSSH 9.2 answers it. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    web            | Port=70                  | bee@web.b.example:70
                    web            | CheckHostIP=no           | bee@web.b.example:71
                    alias          | CheckHostIP=no           | bee@web.b.example:71
                    WEB            | CheckHostIP=no           | bee@web.b.example:71
                    web.b.example. | CheckHostIP=no           | bee@web.b.example:71
                    web.b.example  | CheckHostIP=no           | bee@web.b.example:71
                    x.web          | CheckHostIP=no           | me@x.web.a.example:22
                    x.web          | CanonicalizeMaxDots=0    | me@x.web:22
                    x.web.c        | CheckHostIP=no           | me@x.web.c:22
                    nowhere        | CheckHostIP=no           | me@nowhere:22
                    127.0.0.9      | CheckHostIP=no           | me@127.0.0.9:22
                    ::1            | CheckHostIP=no           | me@::1:22
                    web            | ProxyJump=other          | me@web:22
                    web            | ProxyCommand=nc %h %p    | me@web:22
                    web            | ProxyJump=none           | bee@web.b.example:71
                    web            | CanonicalizeHostname=no  | me@web:22
                    """)
    void isLookedForInDomains(String host, String option, String where) throws IOException {
        var text =
                """
                CanonicalizeHostname yes
                CanonicalDomains a.example b.example
                Host *.b.example
                  User bee
                  Port 71
                Host alias
                  HostName web
                """;
        var found = resolve(host, text, "-o", option);
        assertEquals(where, "%s@%s:%d".formatted(found.user(), found.hostname(), found.port()));
    }

    @Test
    void isLookedForBehindOtherHostsWhenAlwaysWanted() throws IOException {
        var text = "CanonicalizeHostname always\nCanonicalDomains b.example\nProxyJump other\n";
        assertEquals("web.b.example", resolve("web", text).hostname());
    }

    @Test
    void isMissedWhereItIsAMust() {
        var text =
                """
                CanonicalizeHostname yes
                CanonicalDomains a.example
                CanonicalizeFallbackLocal no
                """;
        var lost = assertThrows(UnreachableException.class, () -> resolve("web", text));
        assertEquals(
                "Failed to connect to the host via ssh: ssh: Could not resolve host \"web\"",
                lost.getMessage());
    }
}
