package jplay.etcd;

import io.netty.handler.ssl.JdkSslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslProvider;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import javax.net.ssl.SSLException;

/**
 * Somebody who speaks HTTP over TLS with a certificate.
 *
 * @param authority whom it trusts
 * @param identity its certificate and key without their endings
 */
record Caller(Path authority, Path identity) {
    /**
     * What a server of this machine answers.
     *
     * @throws SSLException when it refuses the certificate; it may hang up before its reason is
     *     read
     */
    String ask(int port, String path) throws IOException {
        var tls =
                SslContextBuilder.forClient()
                        .sslProvider(SslProvider.JDK)
                        .trustManager(authority.toFile())
                        .keyManager(
                                Path.of(identity + ".crt").toFile(),
                                Path.of(identity + ".key").toFile())
                        .build();
        var sockets = ((JdkSslContext) tls).context().getSocketFactory();
        try (var socket = sockets.createSocket("127.0.0.1", port)) {
            socket.setSoTimeout(10_000);
            var request = "GET %s HTTP/1.0\r\nHost: localhost\r\n\r\n".formatted(path);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (SocketException e) {
            throw e instanceof ConnectException ? e : new SSLException("hung up on", e);
        }
    }
}
