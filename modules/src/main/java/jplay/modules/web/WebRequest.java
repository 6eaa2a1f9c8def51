package jplay.modules.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import jplay.module.Script;
import jplay.module.type.RemotePath;
import jplay.module.type.Secret;

/**
 * A request, written as the configurations of the host's own tools, because it may be secret.
 *
 * @param user empty for none
 * @param timeout seconds to wait for the server
 * @param more for what few requests need
 */
public record WebRequest(
        String url, Optional<String> user, int timeout, WebOptions options, More more) {
    /** Shell functions that make requests; whoever needs them needs those that place files too. */
    public static final Script SCRIPT = Script.beside(WebRequest.class, "web");

    /**
     * What few requests need.
     *
     * @param headers beside those that the user asked for, which win
     * @param body a file of the host that is sent
     * @param redirects whether a redirect is followed
     */
    public record More(
            String method,
            Map<String, String> headers,
            Optional<String> body,
            boolean redirects,
            Optional<RemotePath> authorities,
            Optional<RemotePath> socket) {
        /** What a plain request needs. */
        public static More none() {
            return new More(
                    "GET", Map.of(), Optional.empty(), true, Optional.empty(), Optional.empty());
        }
    }

    /** A plain request. */
    public static WebRequest get(String url, boolean validateCerts) {
        return new WebRequest(
                url, Optional.empty(), 10, WebOptions.usual(validateCerts), More.none());
    }

    /** What a file of a URL is called: the last part of its path as it is written. */
    public static String fileName(String url) {
        var path = url.replaceFirst("[?#].*$", "").replaceFirst("^[^/]*//[^/]*/?", "");
        var name = path.substring(path.lastIndexOf('/') + 1);
        return name.isEmpty() ? "index.html" : name;
    }

    /** This request for another address. */
    public WebRequest to(String address) {
        return new WebRequest(address, user, timeout, options, more);
    }

    /** For {@code curl -K -}. */
    public String curl() {
        var first = options.unredirectedHeaders().isEmpty();
        return "url = " + quoted(url) + "\n" + curl(headers(true), first && more.redirects());
    }

    /** The same for where a redirect leads, without URL; empty when curl may follow by itself. */
    public String curlBehindRedirect() {
        return options.unredirectedHeaders().isEmpty() || !more.redirects()
                ? ""
                : curl(headers(false), true);
    }

    private String curl(Map<String, String> headers, boolean follow) {
        var lines = new ArrayList<String>();
        headers.forEach((name, value) -> lines.add("header = " + quoted(name + ": " + value)));
        lines.add("connect-timeout = " + timeout);
        lines.add("speed-limit = 1\nspeed-time = " + timeout);
        when(follow, "location", lines);
        when(options.decompress(), "compressed", lines);
        when(!options.validateCerts(), "insecure", lines);
        when(!options.useProxy(), "noproxy = \"*\"", lines);
        login(lines);
        path("cert", options.clientCert(), lines);
        path("key", options.clientKey(), lines);
        path("cacert", more.authorities(), lines);
        path("unix-socket", more.socket(), lines);
        when(
                !options.ciphers().isEmpty(),
                "ciphers = " + quoted(String.join(":", options.ciphers())),
                lines);
        switch (more.method()) {
            case "GET" -> when(more.body().isPresent(), "request = GET", lines);
            case "HEAD" -> lines.add("head");
            default -> lines.add("request = " + quoted(more.method()));
        }
        more.body().ifPresent(file -> lines.add("data-binary = " + quoted("@" + file)));
        return String.join("\n", lines) + "\n";
    }

    private void login(List<String> lines) {
        when(options.useNetrc() && user.isEmpty(), "netrc-optional", lines);
        when(options.useGssapi(), "negotiate", lines);
        when(options.useGssapi() && user.isEmpty(), "user = \":\"", lines);
        user.ifPresent(name -> lines.add("user = " + quoted(name + ":" + password())));
        var asked = user.isPresent() && !options.forceBasicAuth() && more.body().isEmpty();
        when(asked && !options.useGssapi(), "anyauth", lines);
    }

    private static void path(String name, Optional<RemotePath> path, List<String> lines) {
        path.ifPresent(file -> lines.add(name + " = " + quoted(file.text())));
    }

    private static void when(boolean wanted, String line, List<String> lines) {
        if (wanted) {
            lines.add(line);
        }
    }

    private String password() {
        return options.urlPassword().map(Secret::reveal).orElse("");
    }

    /** All headers; without those that stay behind at a redirect. */
    private Map<String, String> headers(boolean all) {
        var headers = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        headers.put("User-Agent", options.httpAgent());
        headers.putAll(more.headers());
        options.headers().forEach((name, value) -> headers.put(name, String.valueOf(value)));
        if (!all) {
            options.unredirectedHeaders()
                    .forEach(name -> headers.remove(name.toLowerCase(Locale.ROOT)));
        }
        return headers;
    }

    /** For wget's {@code WGETRC}; the URL is a comment. */
    public String wget() {
        var lines = new ArrayList<>(List.of("#url " + url, "timeout = " + timeout, "tries = 1"));
        lines.add("content_on_error = on");
        headers(true).forEach((name, value) -> lines.add(wgetHeader(name, value)));
        user.ifPresent(name -> {
            lines.add("user = " + name);
            lines.add("password = " + password());
            when(options.forceBasicAuth(), "auth_no_challenge = on", lines);
        });
        when(!options.validateCerts(), "check_certificate = off", lines);
        when(!options.useProxy(), "use_proxy = off", lines);
        when(!options.useNetrc(), "netrc = off", lines);
        when(!more.redirects(), "max_redirect = 0", lines);
        when(options.decompress(), "compression = auto", lines);
        path("certificate", options.clientCert(), lines);
        path("private_key", options.clientKey(), lines);
        path("ca_certificate", more.authorities(), lines);
        when(!more.method().equals("GET"), "method = " + more.method(), lines);
        more.body().ifPresent(file -> lines.add("body_file = " + file));
        return String.join("\n", lines).replace("\"", "") + "\n";
    }

    private static String wgetHeader(String name, String value) {
        return name.equalsIgnoreCase("User-Agent")
                ? "user_agent = " + value
                : "header = " + name + ": " + value;
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "") + "\"";
    }
}
