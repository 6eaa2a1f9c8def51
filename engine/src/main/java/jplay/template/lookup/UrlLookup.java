package jplay.template.lookup;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.net.ssl.SSLException;
import jplay.template.ansible.Booleans;
import jplay.template.filter.FilterCall;
import jplay.template.python.Numbers;
import jplay.template.python.PythonError;
import jplay.template.python.Text;
import jplay.template.python.Types;
import jplay.template.python.Undefined;
import org.jspecify.annotations.Nullable;

/** {@code url}: what a URL answers, by lines or as a whole. */
final class UrlLookup {
    static final List<Lookup> TABLE =
            List.of(
                    Lookup.of(
                            "url(terms, validate_certs=true, split_lines=true, use_proxy=true,"
                                    + " username=none, password=none, headers=none, force=false,"
                                    + " timeout=none, http_agent=none, force_basic_auth=none,"
                                    + " follow_redirects=none, use_gssapi=false, unix_socket=none,"
                                    + " ca_path=none, unredirected_headers=none, ciphers=none,"
                                    + " use_netrc=true)",
                            UrlLookup::run));

    private static final List<String> UNSUPPORTED = List.of("use_gssapi", "unix_socket", "ciphers");

    private UrlLookup() {}

    private static List<@Nullable Object> run(FilterCall call) {
        for (var option : UNSUPPORTED) {
            if (Types.truth(call.get(option))) {
                throw PythonError.value("the option '" + option + "' is not supported");
            }
        }
        var contents = new ArrayList<@Nullable Object>();
        for (var term : call.list()) {
            var content = content(call, Types.text(term, "url"));
            if (Booleans.of(call.get("split_lines")).orElse(true)) {
                contents.addAll(content.lines().toList());
            } else {
                contents.add(content);
            }
        }
        return contents;
    }

    private static String content(FilterCall call, String url) {
        try {
            var address = URI.create(url);
            if ("file".equals(address.getScheme())) {
                return Files.readString(Path.of(address.getPath()));
            }
            if (address.getScheme() == null
                    || !address.getScheme().toLowerCase(Locale.ROOT).startsWith("http")) {
                throw failed(url, "want an address that begins with http, https or file");
            }
            var answer = new UrlRequest(address, options(call)).answer();
            if (answer.statusCode() >= 400) {
                throw new PythonError(
                        "AnsibleLookupError",
                        "Received HTTP error for " + url + " : HTTP Error " + answer.statusCode());
            }
            return text(answer);
        } catch (SSLException e) {
            throw new PythonError(
                    "AnsibleLookupError",
                    "Error validating the server's certificate for " + url + ": " + e.getMessage());
        } catch (IOException | IllegalArgumentException e) {
            throw failed(url, e.getMessage() == null ? "no connection" : e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failed(url, "interrupted");
        }
    }

    private static PythonError failed(String url, String why) {
        return new PythonError("AnsibleLookupError", "Failed lookup url for " + url + " : " + why);
    }

    private static String text(HttpResponse<byte[]> answer) {
        return new String(answer.body(), StandardCharsets.UTF_8);
    }

    private static UrlRequest.Options options(FilterCall call) {
        return new UrlRequest.Options(
                Booleans.of(call.get("validate_certs")).orElse(true),
                Booleans.of(call.get("use_proxy")).orElse(true),
                call.flag("force"),
                text(call, "username"),
                text(call, "password"),
                Booleans.of(option(call, "force_basic_auth")).orElse(false),
                call.get("headers") instanceof java.util.Map<?, ?> headers
                        ? headers
                        : java.util.Map.of(),
                seconds(option(call, "timeout")),
                Text.of(orElse(option(call, "http_agent"), "ansible-httpget")),
                Text.of(orElse(option(call, "follow_redirects"), "urllib2")),
                Text.of(orElse(option(call, "ca_path"), "")),
                call.evaluation().surroundings()::environment);
    }

    private static String text(FilterCall call, String name) {
        return Text.of(orElse(call.get(name), ""));
    }

    private static double seconds(@Nullable Object timeout) {
        return timeout == null ? 10 : Numbers.parseFloat(Text.of(timeout)).orElse(10.0);
    }

    private static Object orElse(@Nullable Object value, String fallback) {
        return value == null ? fallback : value;
    }

    /** An option, or what a variable or the environment says about it. */
    private static @Nullable Object option(FilterCall call, String name) {
        if (call.has(name)) {
            return call.get(name);
        }
        var known = name.equals("http_agent") ? "agent" : name;
        var variable = call.evaluation().variable("ansible_lookup_url_" + known);
        if (!(variable instanceof Undefined)) {
            return variable;
        }
        var environment = "ANSIBLE_LOOKUP_URL_" + known.toUpperCase(Locale.ROOT);
        return call.evaluation().surroundings().environment(environment).orElse(null);
    }
}
