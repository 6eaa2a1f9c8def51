package jplay.template.lookup;

import java.io.IOException;
import java.io.InputStream;
import java.net.Authenticator;
import java.net.PasswordAuthentication;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import jplay.template.python.Text;

/** One request of the lookup {@code url}. */
record UrlRequest(URI address, Options options) {
    /** How it is made. */
    record Options(
            boolean validate,
            boolean useProxy,
            boolean force,
            String user,
            String password,
            boolean basic,
            Map<?, ?> headers,
            double timeout,
            String agent,
            String redirects,
            String authorities,
            Function<String, Optional<String>> environment) {}

    HttpResponse<byte[]> answer() throws IOException, InterruptedException {
        try (var client = client()) {
            return client.send(request(), HttpResponse.BodyHandlers.ofByteArray());
        }
    }

    private Duration timeout() {
        return Duration.ofMillis((long) (options.timeout * 1000));
    }

    private HttpClient client() throws IOException {
        var client =
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .connectTimeout(timeout())
                        .followRedirects(redirect());
        if (options.useProxy) {
            client.proxy(new EnvironmentProxy(options.environment));
        }
        if (!options.user.isEmpty() && !options.basic) {
            client.authenticator(password());
        }
        if (!options.validate) {
            client.sslContext(context(new TrustManager[] {new TrustEveryone()}));
        } else if (!options.authorities.isEmpty()) {
            client.sslContext(context(trusted()));
        }
        return client.build();
    }

    private HttpClient.Redirect redirect() {
        return switch (options.redirects) {
            case "none", "no" -> HttpClient.Redirect.NEVER;
            default -> HttpClient.Redirect.ALWAYS;
        };
    }

    private Authenticator password() {
        return new Authenticator() {
            @Override
            protected PasswordAuthentication getPasswordAuthentication() {
                return new PasswordAuthentication(options.user, options.password.toCharArray());
            }
        };
    }

    private HttpRequest request() {
        var request =
                HttpRequest.newBuilder(address)
                        .timeout(timeout())
                        .header("User-Agent", options.agent);
        if (options.force) {
            request.header("Cache-Control", "no-cache");
        }
        if (options.basic) {
            var pair = (options.user + ":" + options.password).getBytes(StandardCharsets.UTF_8);
            request.header("Authorization", "Basic " + Base64.getEncoder().encodeToString(pair));
        }
        options.headers.forEach((name, value) -> request.setHeader(Text.of(name), Text.of(value)));
        return request.build();
    }

    private TrustManager[] trusted() throws IOException {
        try (InputStream file = Files.newInputStream(Path.of(options.authorities))) {
            var store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            for (var authority :
                    CertificateFactory.getInstance("X.509").generateCertificates(file)) {
                store.setCertificateEntry("authority " + store.size(), authority);
            }
            var factory =
                    TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init(store);
            return factory.getTrustManagers();
        } catch (GeneralSecurityException e) {
            throw new IOException("ca_path holds no certificates: " + e.getMessage(), e);
        }
    }

    private static SSLContext context(TrustManager[] managers) {
        try {
            var context = SSLContext.getInstance("TLS");
            context.init(null, managers, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
