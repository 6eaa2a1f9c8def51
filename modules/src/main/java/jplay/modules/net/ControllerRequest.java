package jplay.modules.net;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import jplay.module.Result;
import jplay.module.TaskFailure;
import jplay.module.type.Secret;
import jplay.modules.web.WebOptions;

/** A request that the controller makes for a host without any tool for it. */
record ControllerRequest(String url, int timeout, WebOptions options, Optional<String> user) {

    /** What the server sends. @throws TaskFailure when it does not */
    byte[] bytes() {
        var response = response();
        if (response.statusCode() / 100 != 2) {
            throw new TaskFailure(
                    Result.failure("Request failed")
                            .with("response", "HTTP Error " + response.statusCode())
                            .with("status_code", (long) response.statusCode())
                            .with("url", url));
        }
        return response.body();
    }

    private HttpRequest request() {
        var request =
                HttpRequest.newBuilder(URI.create(url)).timeout(Duration.ofSeconds(timeout * 6L));
        request.header("User-Agent", options.httpAgent());
        options.headers().forEach((name, value) -> request.header(name, String.valueOf(value)));
        user.ifPresent(name -> {
            var password = options.urlPassword().map(Secret::reveal).orElse("");
            var login = (name + ":" + password).getBytes(StandardCharsets.UTF_8);
            request.header("Authorization", "Basic " + Base64.getEncoder().encodeToString(login));
        });
        return request.build();
    }

    private HttpResponse<byte[]> response() {
        try (var client =
                HttpClient.newBuilder()
                        .connectTimeout(Duration.ofSeconds(timeout))
                        .followRedirects(HttpClient.Redirect.NORMAL)
                        .build()) {
            return client.send(request(), HttpResponse.BodyHandlers.ofByteArray());
        } catch (ConnectException e) {
            throw new TaskFailure("cannot connect to " + URI.create(url).getAuthority());
        } catch (IOException e) {
            throw new TaskFailure(
                    "no answer from " + URI.create(url).getAuthority() + ": " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TaskFailure("interrupted while fetching " + url);
        }
    }
}
