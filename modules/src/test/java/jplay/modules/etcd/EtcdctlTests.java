package jplay.modules.etcd;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import jplay.module.ArgsSpec;
import jplay.module.ControllerFiles;
import jplay.module.Module;
import jplay.module.Result;
import jplay.module.type.LocalFile;
import jplay.module.type.Template;
import jplay.modules.LocalRemote;
import jplay.modules.pki.Certificate;
import jplay.modules.pki.CertificateAuthority;
import jplay.modules.pki.SigningRequest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EtcdctlTests {
    @TempDir private Path folder;
    private Optional<Process> etcd = Optional.empty();
    private int port;

    @AfterEach
    void stop() throws InterruptedException {
        if (etcd.isPresent()) {
            etcd.get().destroyForcibly();
            assertTrue(etcd.get().waitFor(5, TimeUnit.SECONDS));
        }
    }

    @Test
    void asksAndChangesARealMemberOverTls() throws Exception {
        start();
        var health = run(Map.of("command", "health", "wait", 20));
        assertFalse(health.failed(), () -> health.message().orElse(""));
        assertEquals(true, health.values().get("healthy"));
        assertTrue(run(put("1")).changed());
        assertFalse(run(put("1")).changed());
        assertTrue(run(put("2")).changed());
        var got = run(Map.of("command", "get", "entry", "/a", "prefix", true));
        assertEquals(1L, got.values().get("count"));
        assertEquals("2", first(got, "entries").get("value"));
        assertEquals("one", first(run(Map.of("command", "member_list")), "members").get("name"));
        var status = first(run(Map.of("command", "status")), "endpoints");
        assertEquals(true, status.get("is_leader"));
        assertTrue((Long) status.get("db_size") > 0);
    }

    @Test
    void saysWhatIsWrongWithCertificates() throws Exception {
        start();
        assertFalse(run(Map.of("command", "health", "wait", 20)).failed());
        authority("other");
        assertEquals(
                url() + ": its certificate is not signed by the authority in cacert",
                message(Map.of("command", "health", "cacert", file("other.crt"))));
        issue("other", "stranger");
        assertEquals(
                url() + ": it refuses the client certificate in cert",
                message(
                        Map.of(
                                "command",
                                "health",
                                "cert",
                                file("stranger.crt"),
                                "key",
                                file("stranger.key"))));
        var anonymous =
                new HashMap<String, @Nullable Object>(Map.of("command", "get", "entry", "a"));
        anonymous.put("endpoints", List.of(url()));
        anonymous.put("cacert", file("ca.crt"));
        assertEquals(
                url() + ": it demands a client certificate: give cert and key",
                LocalRemote.controller().run(bind(Etcdctl.class, anonymous)).message().orElse(""));
    }

    @Test
    void saysThatNobodyListens() throws IOException {
        port = freePort();
        var result = LocalRemote.controller().run(plain(Map.of("command", "health")));
        assertTrue(result.failed());
        assertEquals(
                "http://127.0.0.1:%d: connection refused".formatted(port),
                result.message().orElse(""));
    }

    @Test
    void saysThatNobodyAnswers() throws IOException {
        try (var silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            port = silent.getLocalPort();
            var task =
                    Map.<String, @Nullable Object>of(
                            "command", "member_list", "command_timeout", 1);
            assertEquals(
                    "http://127.0.0.1:%d: no answer within 1 s: too few members may be running"
                            .formatted(port),
                    LocalRemote.controller().run(plain(task)).message().orElse(""));
        }
    }

    @Test
    void saysWhatIsWrongWithItsArguments() {
        var files =
                Map.<String, @Nullable Object>of("command", "health", "cacert", "/no/such/file");
        assertEquals(
                "cacert: there is no /no/such/file on the controller",
                LocalRemote.controller().run(plain(files)).message().orElse(""));
        var url =
                Map.<String, @Nullable Object>of(
                        "command", "health", "endpoints", List.of("10.0.0.1"));
        assertEquals(
                "endpoints: got '10.0.0.1', want a URL with a port such as https://10.0.0.1:2379",
                LocalRemote.controller().run(bind(Etcdctl.class, url)).message().orElse(""));
    }

    private void start() throws Exception {
        var program = program();
        assumeTrue(program.isPresent(), "no etcd on this machine");
        port = freePort();
        authority("ca");
        issue("ca", "one");
        var words = new ArrayList<>(List.of(program.get().toString()));
        options("http://127.0.0.1:" + freePort())
                .forEach((name, value) -> words.addAll(List.of("--" + name, value)));
        words.add("--client-cert-auth");
        var builder = new ProcessBuilder(words).redirectErrorStream(true);
        etcd = Optional.of(builder.redirectOutput(folder.resolve("log").toFile()).start());
    }

    private Map<String, String> options(String peer) {
        return Map.ofEntries(
                Map.entry("name", "one"),
                Map.entry("data-dir", file("data")),
                Map.entry("listen-client-urls", url()),
                Map.entry("advertise-client-urls", url()),
                Map.entry("listen-peer-urls", peer),
                Map.entry("initial-advertise-peer-urls", peer),
                Map.entry("initial-cluster", "one=" + peer),
                Map.entry("trusted-ca-file", file("ca.crt")),
                Map.entry("cert-file", file("one.crt")),
                Map.entry("key-file", file("one.key")));
    }

    private static Optional<Path> program() throws IOException {
        var kept = Path.of(System.getProperty("user.home"), ".cache/jplay/etcd");
        var path = Stream.of(System.getenv("PATH").split(":")).map(each -> Path.of(each, "etcd"));
        try (var versions = Files.isDirectory(kept) ? Files.list(kept) : Stream.<Path>empty()) {
            return Stream.concat(versions.map(each -> each.resolve("etcd")), path)
                    .filter(Files::isExecutable)
                    .findFirst();
        }
    }

    private void authority(String name) {
        done(
                bind(
                        CertificateAuthority.class,
                        Map.of(
                                "path",
                                file(name + ".crt"),
                                "key",
                                file(name + ".key"),
                                "common_name",
                                name)));
    }

    private void issue(String authority, String name) {
        done(
                bind(
                        SigningRequest.class,
                        Map.of(
                                "path",
                                file(name + ".csr"),
                                "key",
                                file(name + ".key"),
                                "common_name",
                                name,
                                "subject_alt_name",
                                List.of("IP:127.0.0.1"))));
        done(
                bind(
                        Certificate.class,
                        Map.of(
                                "path",
                                file(name + ".crt"),
                                "csr",
                                file(name + ".csr"),
                                "ca_cert",
                                file(authority + ".crt"),
                                "ca_key",
                                file(authority + ".key"))));
    }

    private static void done(Module module) {
        var result = LocalRemote.controller().run(module);
        assertFalse(result.failed(), () -> result.message().orElse(""));
    }

    private static Map<String, @Nullable Object> put(String value) {
        return Map.of("command", "put", "entry", "/a/b", "value", value);
    }

    private Result run(Map<String, ? extends @Nullable Object> arguments) {
        var all = new HashMap<String, @Nullable Object>();
        all.put("endpoints", List.of(url()));
        all.put("cacert", file("ca.crt"));
        all.put("cert", file("one.crt"));
        all.put("key", file("one.key"));
        all.putAll(arguments);
        return LocalRemote.controller().run(bind(Etcdctl.class, all));
    }

    private String message(Map<String, ? extends @Nullable Object> arguments) {
        return run(arguments).message().orElse("");
    }

    private Etcdctl plain(Map<String, ? extends @Nullable Object> arguments) {
        var all = new HashMap<String, @Nullable Object>(arguments);
        all.put("endpoints", List.of("http://127.0.0.1:" + port));
        return bind(Etcdctl.class, all);
    }

    private static <T extends Record & Module> T bind(
            Class<T> type, Map<String, ? extends @Nullable Object> arguments) {
        return ArgsSpec.of(type).bind(arguments, new NoFiles());
    }

    private static Map<?, ?> first(Result result, String name) {
        return (Map<?, ?>) ((List<?>) result.values().get(name)).getFirst();
    }

    private String url() {
        return "https://127.0.0.1:" + port;
    }

    private String file(String name) {
        return folder.resolve(name).toString();
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private record NoFiles() implements ControllerFiles {
        @Override
        public LocalFile file(String written) {
            throw new IllegalStateException(written);
        }

        @Override
        public Template template(String written) {
            throw new IllegalStateException(written);
        }
    }
}
