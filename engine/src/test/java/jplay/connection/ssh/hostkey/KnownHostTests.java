package jplay.connection.ssh.hostkey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KnownHostTests {
    @TempDir Path folder;

    private static KnownHost line(String text) {
        return KnownHost.parse(text, Path.of("known"), 1).orElseThrow();
    }

    @Test
    void knowsPatternsPortsAndMarkers() {
        var line = line("web*,!web3,[db]:2222 ssh-ed25519 AAAA comment here");
        assertTrue(line.isAbout("web1"));
        assertFalse(line.isAbout("web3"));
        assertTrue(line.isAbout("[db]:2222"));
        assertFalse(line.isAbout("db"));
        assertEquals(KnownHost.Marker.AUTHORITY, line("@cert-authority * ssh-rsa AAAA").marker());
        assertEquals(KnownHost.Marker.REVOKED, line("@revoked * ssh-rsa AAAA").marker());
    }

    @Test
    void skipsWhatItDoesNotUnderstand() {
        for (var text :
                List.of("", "# web ssh-rsa AAAA", "web ssh-rsa", "@odd * a AAAA", "a b !")) {
            assertEquals(Optional.empty(), KnownHost.parse(text, Path.of("known"), 1), text);
        }
    }

    /** The hash was made by {@code ssh-keygen -H}. */
    @Test
    void knowsHashedNames() {
        var line =
                line(
                        "|1|d4hPTmXDVRaK+Vo2D0F7TSPEsTc=|iEU//GyF98D6JnZKPl0dnEn1kv8= ssh-ed25519"
                                + " AAAA");
        assertTrue(line.isAbout("[127.0.0.1]:2299"));
        assertFalse(line.isAbout("127.0.0.1"));
    }

    @Test
    void addsLinesToAFileOfItsOwner() throws IOException {
        var file = folder.resolve("ssh/known_hosts");
        var known = new KnownHosts();
        var key = new HostKey("ssh-ed25519", new byte[] {1, 2, 3}, Optional.empty());
        known.add(file, "web1", key, false);
        Files.writeString(file, Files.readString(file).strip());
        known.add(file, "web2", key, true);
        assertEquals(2, Files.readAllLines(file).size());
        assertEquals("web1 ssh-ed25519 AQID", Files.readAllLines(file).getFirst());
        assertTrue(Files.readString(file).contains("|1|"));
        assertEquals(
                "rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        assertEquals(1, known.about(List.of(file), "web1").size());
        assertEquals(1, known.about(List.of(file), "web2").size());
    }

    @Test
    void findsLinesInTheOrderOfTheFile() throws IOException {
        var file = folder.resolve("known_hosts");
        var lines = "web1,Web2 a AQID\nweb* b AQID\nother c AQID\nweb2 d AQID\n*,!web2 e AQID\n";
        Files.writeString(file, lines);
        var found = new KnownHosts().about(List.of(file), "WEB2");
        assertEquals(List.of("a", "b", "d"), found.stream().map(KnownHost::type).toList());
    }
}
