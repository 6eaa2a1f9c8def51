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
import java.util.Map;
import java.util.stream.Collectors;
import jplay.module.TaskFailure;

/**
 * A request for a URL: written as a configuration for the host's own tools, or carried out by the
 * controller.
 *
 * @param headers may be secret, like the password: they never stand in an argv
 */
record Fetch(String url, int timeout, Map<String, String> headers, String user, String password) {
    /** For {@code curl -K -}. */
    byte[] curlConfiguration() {
        var lines =
                headers.entrySet().stream()
                        .map(header ->
                                "header = " + quoted(header.getKey() + ": " + header.getValue()))
                        .collect(Collectors.joining("\n"));
        var login = user.isEmpty() ? "" : "user = " + quoted(user + ":" + password);
        return (lines + "\n" + login + "\n").getBytes(StandardCharsets.UTF_8);
    }

    /** For wget's {@code WGETRC}. */
    byte[] wgetConfiguration() {
        var lines =
                headers.entrySet().stream()
                        .map(header -> "header = " + header.getKey() + ": " + header.getValue())
                        .collect(Collectors.joining("\n"));
        var login =
                user.isEmpty()
                        ? ""
                        : "user = "
                                + user
                                + "\npassword = "
                                + password
                                + "\nauth_no_challenge = on";
        return (lines + "\n" + login + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "") + "\"";
    }

    /** Carries it out here. @throws TaskFailure when nobody answers */
    HttpResponse<byte[]> here() {
        var request =
                HttpRequest.newBuilder(URI.create(url)).timeout(Duration.ofSeconds(timeout * 6L));
        headers.forEach(request::header);
        if (!user.isEmpty()) {
            var login =
                    Base64.getEncoder()
                            .encodeToString(
                                    (user + ":" + password).getBytes(StandardCharsets.UTF_8));
            request.header("Authorization", "Basic " + login);
        }
        try (var client =
                HttpClient.newBuilder()
                        .connectTimeout(Duration.ofSeconds(timeout))
                        .followRedirects(HttpClient.Redirect.NORMAL)
                        .build()) {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
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
