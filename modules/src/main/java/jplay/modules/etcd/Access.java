package jplay.modules.etcd;

import io.etcd.jetcd.Client;
import io.grpc.netty.GrpcSslContexts;
import io.netty.handler.ssl.SslContext;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.net.ssl.SSLException;
import jplay.module.TaskFailure;

/**
 * How to reach a cluster.
 *
 * @param tls made once for all members, for it is dear; empty where no endpoint speaks TLS
 */
record Access(Credentials credentials, Limits limits, Optional<SslContext> tls) {
    /** Held, because the JDK forgets the level of a logger that nobody holds. */
    private static final List<Logger> SILENT =
            List.of(
                    Logger.getLogger("io.grpc"),
                    Logger.getLogger("io.netty"),
                    Logger.getLogger("io.vertx"));

    static {
        SILENT.forEach(logger -> logger.setLevel(Level.OFF));
    }

    /** How long to wait for a connection and for an answer. */
    record Limits(Duration connect, Duration answer) {}

    /** Files for TLS; all empty for none. */
    record Credentials(Optional<Path> authority, Optional<Path> certificate, Optional<Path> key) {
        /**
         * Checks what a user wrote. @throws TaskFailure when a file cannot be read or one of two is
         * missing
         */
        static Credentials read(
                Optional<String> authority, Optional<String> certificate, Optional<String> key) {
            if (certificate.isPresent() != key.isPresent()) {
                throw new TaskFailure("cert and key go together: got only one of them");
            }
            return new Credentials(
                    authority.map(file -> readable("cacert", file)),
                    certificate.map(file -> readable("cert", file)),
                    key.map(file -> readable("key", file)));
        }

        private static Path readable(String argument, String file) {
            var path = Path.of(file);
            if (!Files.isReadable(path)) {
                throw new TaskFailure(
                        Files.exists(path)
                                ? "%s: %s may not be read by the user who runs jplay"
                                        .formatted(argument, file)
                                : "%s: there is no %s on the controller".formatted(argument, file));
            }
            return path;
        }

        private SslContext tls() {
            try {
                var builder = GrpcSslContexts.forClient();
                authority.ifPresent(file -> builder.trustManager(file.toFile()));
                certificate.ifPresent(
                        file -> builder.keyManager(file.toFile(), key.orElseThrow().toFile()));
                return builder.build();
            } catch (SSLException | IllegalArgumentException e) {
                throw new TaskFailure(
                        "cacert, cert or key cannot be used: " + Trouble.innermost(e));
            }
        }
    }

    /** A way to all of these members. */
    static Access to(List<String> endpoints, Credentials credentials, Limits limits) {
        var secure = endpoints.stream().anyMatch(url -> url.startsWith("https:"));
        return new Access(
                credentials, limits, secure ? Optional.of(credentials.tls()) : Optional.empty());
    }

    /** Ready to ask these members; nothing is sent yet. */
    Session open(List<String> endpoints) {
        var urls = new ArrayList<URI>();
        endpoints.forEach(endpoint -> urls.add(url(endpoint)));
        var builder =
                Client.builder()
                        .endpoints(urls)
                        .connectTimeout(limits.connect())
                        .retryDelay(10)
                        .retryMaxDelay(20)
                        .retryMaxAttempts(1)
                        .waitForReady(false);
        if (endpoints.stream().anyMatch(url -> url.startsWith("https:"))) {
            tls.ifPresent(builder::sslContext);
        }
        return new Session(builder.build(), endpoints, this);
    }

    private static URI url(String endpoint) {
        try {
            var url = URI.create(endpoint);
            var known = "http".equals(url.getScheme()) || "https".equals(url.getScheme());
            if (known && url.getPort() > 0 && url.getHost() != null) {
                return url;
            }
        } catch (IllegalArgumentException _) {
            // told below like any other text that is no such URL
        }
        throw new TaskFailure(
                "endpoints: got '%s', want a URL with a port such as https://10.0.0.1:2379"
                        .formatted(endpoint));
    }

    /** An open way to a cluster. */
    record Session(Client client, List<String> endpoints, Access access) implements AutoCloseable {
        /** Waits for an answer. @throws TaskFailure in one sentence, when there is none */
        <T> T await(CompletableFuture<T> answer) {
            var patience = access.limits().answer();
            try {
                return answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
            } catch (ExecutionException e) {
                throw new TaskFailure(
                        where()
                                + Trouble.sentence(
                                        e, access.credentials().certificate().isPresent()));
            } catch (TimeoutException _) {
                answer.cancel(true);
                throw new TaskFailure(
                        where()
                                + "no answer within %d s: too few members may be running"
                                        .formatted(patience.toSeconds()));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new TaskFailure("interrupted while waiting for etcd");
            }
        }

        private String where() {
            return String.join(", ", endpoints) + ": ";
        }

        @Override
        public void close() {
            client.close();
        }
    }
}
