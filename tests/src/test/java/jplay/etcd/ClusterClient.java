package jplay.etcd;

import io.etcd.jetcd.ByteSequence;
import io.etcd.jetcd.Client;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;

/**
 * A client of the cluster that shares nothing with the program under test but the files it left.
 */
record ClusterClient(Client client) implements AutoCloseable {
    /** Connects as the user of the cluster. */
    static ClusterClient of(Path home, List<String> endpoints) throws SSLException {
        var admin = home.resolve("admin");
        var builder =
                Client.builder()
                        .endpoints(endpoints.toArray(String[]::new))
                        .connectTimeout(Duration.ofSeconds(5));
        builder.sslContext(tls ->
                tls.trustManager(admin.resolve("ca.crt").toFile())
                        .keyManager(
                                admin.resolve("admin.crt").toFile(),
                                admin.resolve("admin.key").toFile()));
        return new ClusterClient(builder.build());
    }

    void put(String key, String value) throws Exception {
        client.getKVClient().put(bytes(key), bytes(value)).get(10, TimeUnit.SECONDS);
    }

    /** The value of a key; empty text when there is none. */
    String get(String key) throws Exception {
        var found = client.getKVClient().get(bytes(key)).get(10, TimeUnit.SECONDS).getKvs();
        return found.isEmpty() ? "" : found.getFirst().getValue().toString(StandardCharsets.UTF_8);
    }

    /** The names of the members, in alphabetical order. */
    List<String> members() throws Exception {
        return client
                .getClusterClient()
                .listMember()
                .get(10, TimeUnit.SECONDS)
                .getMembers()
                .stream()
                .map(member -> member.getName())
                .sorted()
                .toList();
    }

    @Override
    public void close() {
        client.close();
    }

    private static ByteSequence bytes(String text) {
        return ByteSequence.from(text, StandardCharsets.UTF_8);
    }
}
