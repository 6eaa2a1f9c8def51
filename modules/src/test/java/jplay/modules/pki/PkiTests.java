package jplay.modules.pki;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import jplay.module.Result;
import jplay.module.type.Mode;
import jplay.module.type.RemotePath;
import jplay.modules.LocalRemote;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PkiTests {
    private static final List<String> NAMES = List.of("DNS:localhost", "IP:127.0.0.1", "IP:::1");

    @TempDir private Path folder;
    private LocalRemote host = LocalRemote.controller();

    @Test
    void makesAnAuthorityOnce() throws Exception {
        var made = LocalRemote.controller().run(authority("etcd CA"));
        assertTrue(made.changed());
        assertEquals("CN=etcd CA", made.values().get("subject"));
        assertEquals("rw-------", mode("ca.key"));
        var again = LocalRemote.controller().run(authority("another name"));
        assertFalse(again.changed());
        assertEquals(made.values().get("fingerprint"), again.values().get("fingerprint"));
        assertEquals(0, certificate("ca.crt").getBasicConstraints());
    }

    @Test
    void refusesHalfAnAuthority() throws IOException {
        ready(LocalRemote.controller().run(authority("CA")));
        Files.delete(folder.resolve("ca.key"));
        assertTrue(
                LocalRemote.controller()
                        .run(authority("CA"))
                        .message()
                        .orElse("")
                        .startsWith("half of the authority is lost: " + folder.resolve("ca.key")));
    }

    @Test
    void refusesAForeignKey() throws IOException {
        ready(LocalRemote.controller().run(authority("CA")));
        Files.writeString(
                folder.resolve("ca.key"), Pem.text(KeyKind.ECDSA.generate().getPrivate()));
        assertTrue(
                LocalRemote.controller()
                        .run(authority("CA"))
                        .message()
                        .orElse("")
                        .contains("does not belong to"));
    }

    @Test
    void keepsTheAuthorityOnTheController() {
        assertEquals(
                "an authority's key stays on the controller: add 'delegate_to: localhost' to this"
                        + " task",
                LocalRemote.elsewhere().run(authority("CA")).message().orElse(""));
    }

    @ParameterizedTest
    @CsvSource({"ECDSA, true", "RSA, true", "ECDSA, false", "RSA, false"})
    void signsWhatWasAskedForAndNothingTwice(KeyKind kind, boolean local) throws Exception {
        host = local ? LocalRemote.controller() : LocalRemote.elsewhere();
        ready(LocalRemote.controller().run(authority("CA")));
        ready(host.run(request(kind, "etcd-1", NAMES)));
        var made = host.run(certificate(Optional.empty(), 365, 30));
        ready(made);
        assertEquals("CN=etcd-1", made.values().get("subject"));
        assertEquals(
                List.of("DNS:localhost", "IP:0:0:0:0:0:0:0:1", "IP:127.0.0.1"),
                made.values().get("subject_alt_name"));
        assertEquals("r--------", mode("a.crt"));
        assertEquals("r--------", mode("a.key"));
        var certificate = certificate("a.crt");
        certificate.verify(certificate("ca.crt").getPublicKey());
        assertTrue(kind.fits(certificate.getPublicKey()));
        assertFalse(host.run(request(kind, "etcd-1", NAMES)).changed());
        assertFalse(host.run(certificate(Optional.empty(), 365, 30)).changed());
        verifiedByOpenssl();
    }

    @ParameterizedTest
    @EnumSource(KeyKind.class)
    void asksAgainWithTheSameKeyWhenANameChanged(KeyKind kind) throws Exception {
        for (var place : List.of(LocalRemote.controller(), LocalRemote.elsewhere())) {
            host = place;
            Files.deleteIfExists(folder.resolve("a.key"));
            ready(host.run(request(kind, "etcd-1", NAMES)));
            var key = Files.readString(folder.resolve("a.key"));
            var changed = host.run(request(kind, "etcd-1", List.of("IP:10.0.0.1")));
            assertTrue(changed.changed());
            assertEquals(key, Files.readString(folder.resolve("a.key")));
            assertFalse(host.run(request(kind, "etcd-1", List.of("IP:10.0.0.1"))).changed());
        }
    }

    @Test
    void makesANewKeyWhenAnotherKindIsWanted() throws IOException {
        ready(host.run(request(KeyKind.RSA, "etcd-1", NAMES)));
        var key = Files.readString(folder.resolve("a.key"));
        assertTrue(host.run(request(KeyKind.ECDSA, "etcd-1", NAMES)).changed());
        assertNotEquals(key, Files.readString(folder.resolve("a.key")));
    }

    @Test
    void issuesAgainWhenANameChanged() {
        var first = issued();
        var result = host.run(certificate(Optional.of(List.of("DNS:other")), 365, 30));
        assertTrue(result.changed());
        assertEquals(List.of("DNS:other"), result.values().get("subject_alt_name"));
        assertNotEquals(first.values().get("serial_number"), result.values().get("serial_number"));
        assertTrue(result.diffs().getFirst().before().contains("DNS:localhost"));
        assertTrue(result.diffs().getFirst().after().contains("DNS:other"));
    }

    @Test
    void issuesAgainWhenTheEndIsNear() {
        ready(issued());
        assertFalse(host.run(certificate(Optional.empty(), 400, 364)).changed());
        assertTrue(host.run(certificate(Optional.empty(), 400, 366)).changed());
    }

    @Test
    void issuesAgainWhenTheAuthorityChanged() throws IOException {
        ready(issued());
        Files.delete(folder.resolve("ca.key"));
        Files.delete(folder.resolve("ca.crt"));
        ready(LocalRemote.controller().run(authority("CA")));
        var result = host.run(certificate(Optional.empty(), 365, 30));
        assertEquals(
                "sign a certificate because another authority signed the old one",
                result.message().orElse(""));
    }

    @Test
    void issuesAgainWhenTheKeyChanged() throws IOException {
        ready(issued());
        Files.delete(folder.resolve("a.key"));
        ready(host.run(request(KeyKind.ECDSA, "etcd-1", NAMES)));
        assertEquals(
                "sign a certificate because the key changed",
                host.run(certificate(Optional.empty(), 365, 30)).message().orElse(""));
    }

    @Test
    void outlivesItsAuthorityNever() throws Exception {
        ready(issued());
        ready(host.run(certificate(Optional.empty(), 9999, 400)));
        var left = Duration.between(Instant.now(), certificate("a.crt").getNotAfter().toInstant());
        assertEquals(3649, left.toDays());
        assertFalse(host.run(certificate(Optional.empty(), 9999, 9998)).changed());
    }

    @Test
    void repairsRights() throws IOException {
        ready(issued());
        Files.setPosixFilePermissions(
                folder.resolve("a.key"), PosixFilePermissions.fromString("rw-r--r--"));
        assertTrue(host.check(request(KeyKind.ECDSA, "etcd-1", NAMES)).changed());
        assertEquals("rw-r--r--", mode("a.key"));
        assertTrue(host.run(request(KeyKind.ECDSA, "etcd-1", NAMES)).changed());
        assertEquals("r--------", mode("a.key"));
    }

    @Test
    void touchesNothingInCheckMode() throws IOException {
        assertTrue(LocalRemote.controller().check(authority("CA")).changed());
        assertTrue(host.check(request(KeyKind.ECDSA, "etcd-1", NAMES)).changed());
        try (var files = Files.list(folder)) {
            assertEquals(List.of(), files.toList());
        }
    }

    @Test
    void saysWhatIsMissing() {
        assertEquals(
                "ca_cert: there is no %s on the controller; make the authority first with jplay.pki.ca"
                        .formatted(folder.resolve("ca.crt")),
                host.run(certificate(Optional.empty(), 365, 30)).message().orElse(""));
        ready(LocalRemote.controller().run(authority("CA")));
        assertEquals(
                "csr: there is no %s on the host; make it first with jplay.pki.csr"
                        .formatted(folder.resolve("a.csr")),
                host.run(certificate(Optional.empty(), 365, 30)).message().orElse(""));
    }

    @Test
    void refusesNamesThatWouldReachIntoOpensslSettings() {
        var result = host.run(request(KeyKind.ECDSA, "etcd\n[req]", NAMES));
        assertTrue(result.message().orElse("").startsWith("common_name: got 'etcd\n[req]', want"));
    }

    private Result issued() {
        ready(LocalRemote.controller().run(authority("CA")));
        ready(host.run(request(KeyKind.ECDSA, "etcd-1", NAMES)));
        var result = host.run(certificate(Optional.empty(), 365, 30));
        ready(result);
        return result;
    }

    private void verifiedByOpenssl() throws Exception {
        var check =
                new ProcessBuilder(
                                "openssl",
                                "verify",
                                "-x509_strict",
                                "-purpose",
                                "sslserver",
                                "-CAfile",
                                folder.resolve("ca.crt").toString(),
                                folder.resolve("a.crt").toString())
                        .redirectErrorStream(true)
                        .start();
        var said = new String(check.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, check.waitFor(), said);
    }

    private static void ready(Result result) {
        assertFalse(result.failed(), () -> result.message().orElse(""));
    }

    private CertificateAuthority authority(String name) {
        return new CertificateAuthority(
                file("ca.crt"), file("ca.key"), name, Optional.empty(), KeyKind.ECDSA, 3650, 30);
    }

    private SigningRequest request(KeyKind kind, String name, List<String> names) {
        return new SigningRequest(
                new RemotePath(file("a.csr")),
                new RemotePath(file("a.key")),
                name,
                Optional.empty(),
                names,
                kind,
                Optional.empty(),
                Optional.empty(),
                new Mode("0400"));
    }

    private Certificate certificate(Optional<List<String>> names, int days, int margin) {
        return new Certificate(
                new RemotePath(file("a.crt")),
                new RemotePath(file("a.csr")),
                file("ca.crt"),
                file("ca.key"),
                Optional.empty(),
                Optional.empty(),
                names,
                List.of(KeyUse.SERVER, KeyUse.CLIENT),
                days,
                margin,
                Optional.empty(),
                Optional.empty(),
                new Mode("0400"));
    }

    private String file(String name) {
        return folder.resolve(name).toString();
    }

    private String mode(String name) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(name)));
    }

    private X509Certificate certificate(String name) throws IOException, GeneralSecurityException {
        return Pem.certificate(Files.readString(folder.resolve(name))).orElseThrow();
    }
}
