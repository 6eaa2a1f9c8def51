package jplay.conformance;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.zip.GZIPOutputStream;
import jplay.value.Json;
import org.jspecify.annotations.Nullable;

/** What cases may ask for over HTTP; {@code web} is its URL. */
final class WebServer implements AutoCloseable {
    private static final String KEYS =
            """
            ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIKbBsVx9aAQ9XXyXlLt0fZ39Sn+X9ebvojenTMnnPQZy
            ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIM10NWk/RMyoTVou1kHcyV2AllAZPgr3mJ9QoHFmRfxs
            """;

    private static final String ARCHIVE =
            "H4sIAAAAAAACA+3Ruw2AMAxFUddMkQ1wIJ95mAAJjJTxgZQUUBEp0j3Ns2x3z0b5nV5yjDUvz6yzn5NO"
                    + "OWm4917VR3FRGjh2WzbnZFtXe/v7unfKxtKk/xTCS//Ts3+fszil/9+VQQAAAAAAAAAAAAAAAAB06gTl"
                    + "XUeLACgAAA==";

    private static final String JSON = "{\"a\": [1, true, null], \"b\": 1.5}";
    private static final String SUMS =
            "0123  other\n"
                    + "5891b5b522d5df086d0ff0b110fbd9d21bb4fc7163af34d08286a2e846f6be03"
                    + "  hello.txt\n";

    private final HttpServer server;

    WebServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            switch (exchange.getRequestURI().getPath()) {
                case "/hello.txt" -> text(exchange, 200, "text/plain", "hello\n");
                case "/keys" -> text(exchange, 200, "text/plain", KEYS);
                case "/named" -> named(exchange);
                case "/json" -> text(exchange, 200, "application/json", JSON);
                case "/SHA256SUMS" -> text(exchange, 200, "text/plain", SUMS);
                case "/echo" -> echo(exchange);
                case "/private" -> restricted(exchange);
                case "/redirect" -> redirect(exchange, "/hello.txt");
                case "/redirect-echo" -> redirect(exchange, "/echo");
                case "/gzip" -> gzip(exchange);
                case "/archive.tgz" ->
                        send(
                                exchange,
                                200,
                                "application/gzip",
                                Base64.getDecoder().decode(ARCHIVE));
                case "/cookie" -> cookies(exchange);
                default -> status(exchange, exchange.getRequestURI().getPath());
            }
        }
    }

    private static void cookies(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().add("Set-Cookie", "one=1; Path=/");
        exchange.getResponseHeaders().add("Set-Cookie", "two=2; Path=/");
        text(exchange, 200, "text/plain", "cookies\n");
    }

    private static void status(HttpExchange exchange, String path) throws IOException {
        var code = path.startsWith("/status/") ? Integer.parseInt(path.substring(8)) : 404;
        text(exchange, code, "text/plain", "status " + code + "\n");
    }

    private static void named(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders()
                .add("Content-Disposition", "attachment; filename=\"given.txt\"");
        text(exchange, 200, "text/plain", "named\n");
    }

    private static void redirect(HttpExchange exchange, String to) throws IOException {
        exchange.getResponseHeaders().add("Location", to);
        text(exchange, 302, "text/plain", "there\n");
    }

    private static void restricted(HttpExchange exchange) throws IOException {
        var login =
                Base64.getEncoder().encodeToString("joe:se cret".getBytes(StandardCharsets.UTF_8));
        if (("Basic " + login).equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            text(exchange, 200, "text/plain", "private\n");
        } else {
            exchange.getResponseHeaders().add("WWW-Authenticate", "Basic realm=\"here\"");
            text(exchange, 401, "text/plain", "no\n");
        }
    }

    private static void gzip(HttpExchange exchange) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var packed = new GZIPOutputStream(bytes)) {
            packed.write("packed\n".getBytes(StandardCharsets.UTF_8));
        }
        exchange.getResponseHeaders().add("Content-Encoding", "gzip");
        send(exchange, 200, "text/plain", bytes.toByteArray());
    }

    /** Tells what it was asked, without what every program sends in its own way. */
    private static void echo(HttpExchange exchange) throws IOException {
        var headers = new TreeMap<String, @Nullable Object>();
        for (var name :
                new String[] {"X-test", "X-other", "Content-type", "User-agent", "Cookie"}) {
            var value = exchange.getRequestHeaders().getFirst(name);
            if (value != null) {
                headers.put(name, value);
            }
        }
        Map<String, @Nullable Object> told = new LinkedHashMap<>();
        told.put("method", exchange.getRequestMethod());
        told.put("headers", headers);
        told.put(
                "body",
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        text(exchange, 200, "application/json", Json.write(told, Json.Style.SORTED));
    }

    private static void text(HttpExchange exchange, int status, String type, String text)
            throws IOException {
        send(exchange, status, type, text.getBytes(StandardCharsets.UTF_8));
    }

    private static void send(HttpExchange exchange, int status, String type, byte[] bytes)
            throws IOException {
        exchange.getRequestBody().readAllBytes();
        exchange.getResponseHeaders().set("Content-Type", type);
        var head = exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(status, head ? -1 : bytes.length);
        if (!head) {
            exchange.getResponseBody().write(bytes);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
