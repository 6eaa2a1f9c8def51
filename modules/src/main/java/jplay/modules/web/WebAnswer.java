package jplay.modules.web;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import jplay.module.Report;

/**
 * What a server answered a host, as {@code web_say} tells it.
 *
 * @param code 0 when nobody answered
 * @param headers of the last answer, their names in lower case; several of one name are joined
 */
public record WebAnswer(
        int code, String reason, String url, Map<String, String> headers, String trouble) {

    /** Reads what was told. */
    public static WebAnswer of(Report told) {
        var headers = new LinkedHashMap<String, String>();
        told.said("head")
                .lines()
                .map(String::strip)
                .forEach(line -> {
                    if (line.startsWith("HTTP/")) {
                        headers.clear();
                    }
                    var colon = line.indexOf(':');
                    if (colon > 0) {
                        headers.merge(
                                line.substring(0, colon).toLowerCase(Locale.ROOT),
                                line.substring(colon + 1).strip(),
                                (one, other) -> one + ", " + other);
                    }
                });
        var code = told.said("code").isEmpty() ? 0 : Integer.parseInt(told.said("code"));
        return new WebAnswer(
                code, told.said("reason"), told.said("url"), headers, told.said("trouble"));
    }

    /** Whether the server did what it was asked. */
    public boolean ok() {
        return code / 100 == 2;
    }

    /** {@code OK (6 bytes)}, or why not. */
    public String message() {
        if (code == 0) {
            return "Request failed: " + trouble;
        }
        return ok()
                ? "OK (" + headers.getOrDefault("content-length", "unknown") + " bytes)"
                : "HTTP Error " + code + ": " + reason;
    }

    /** A place that the server named, with what it left out. */
    public String absolute(String location) {
        try {
            return URI.create(url).resolve(location).toString();
        } catch (IllegalArgumentException e) {
            return location;
        }
    }

    /** Cookies that the server set. */
    public Map<String, Object> cookies() {
        var cookies = new LinkedHashMap<String, Object>();
        var set = headers.getOrDefault("set-cookie", "");
        for (var each : List.of(set.split(",(?=\\s*[^;,\\s]+=)"))) {
            var pair = each.split(";", 2)[0].strip();
            var sign = pair.indexOf('=');
            if (sign > 0) {
                cookies.put(pair.substring(0, sign), pair.substring(sign + 1));
            }
        }
        return cookies;
    }
}
