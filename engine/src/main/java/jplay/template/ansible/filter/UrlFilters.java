package jplay.template.ansible.filter;

import static jplay.template.filter.Filter.filter;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import jplay.template.filter.Filter;
import jplay.template.filter.FilterCall;
import jplay.template.method.Attributes;
import jplay.template.python.Arguments;
import jplay.template.python.Callable;
import jplay.template.python.Keys;
import jplay.template.python.PythonError;
import jplay.template.python.Types;
import org.jspecify.annotations.Nullable;

/** Ansible's filters on URLs, and on text that has parts. */
final class UrlFilters {
    private static final Pattern URL =
            Pattern.compile(
                    "(?:([A-Za-z][A-Za-z0-9+.-]*):)?(?://([^/?#]*))?([^?#]*)(?:\\?([^#]*))?(?:#(.*))?",
                    Pattern.DOTALL);

    static final List<Filter> TABLE =
            List.of(
                    filter("split(string, sep=none, maxsplit=-1)", UrlFilters::split),
                    filter("urldecode(string)", call -> decode(Types.text(call.value(), "value"))),
                    filter("urlsplit(url, query='', alias='urlsplit')", UrlFilters::splitUrl));

    private UrlFilters() {}

    private static @Nullable Object split(FilterCall call) {
        var text = Types.text(call.value(), "value");
        var split =
                (Callable) java.util.Objects.requireNonNull(Attributes.attribute(text, "split"));
        return split.call(Arguments.of(call.get("sep"), call.get("maxsplit")));
    }

    private static String decode(String text) {
        return URLDecoder.decode(
                text.replaceAll("%(?![0-9a-fA-F]{2})", "%25"), StandardCharsets.UTF_8);
    }

    private static @Nullable Object splitUrl(FilterCall call) {
        Keys.canonical(call.value());
        if (Types.isNumber(call.value())) {
            throw PythonError.type(
                    "'" + Types.name(call.value()) + "' object has no attribute 'decode'");
        }
        var query = call.text("query");
        if (call.value() == null && query.isEmpty()) {
            throw PythonError.type("Type 'method' is unsupported for variable storage.");
        }
        var parts = parts(call.value() == null ? "" : call.text());
        if (query.isEmpty()) {
            return parts;
        }
        if (!parts.containsKey(query)) {
            throw PythonError.value(call.text("alias") + ": unknown URL component: " + query);
        }
        return parts.get(query);
    }

    /** Without what browsers ignore: control characters and spaces before it, line ends in it. */
    private static String cleaned(String url) {
        return url.replaceFirst("^[\\x00-\\x20]+", "").replaceAll("[\\t\\r\\n]", "");
    }

    private static Map<@Nullable Object, @Nullable Object> parts(String url) {
        var match = URL.matcher(cleaned(url));
        if (!match.matches()) {
            throw PythonError.value("Invalid URL '" + url + "'");
        }
        var location = text(match.group(2));
        var at = location.lastIndexOf('@');
        var user = at < 0 ? null : location.substring(0, at);
        var colon = user == null ? -1 : user.indexOf(':');
        var parts = new LinkedHashMap<@Nullable Object, @Nullable Object>();
        parts.put("fragment", text(match.group(5)));
        parts.put("hostname", host(location.substring(at + 1)));
        parts.put("netloc", location);
        parts.put("password", colon < 0 ? null : user.substring(colon + 1));
        parts.put("path", match.group(3));
        parts.put("port", port(location.substring(at + 1)));
        parts.put("query", text(match.group(4)));
        parts.put("scheme", text(match.group(1)).toLowerCase(Locale.ROOT));
        parts.put("username", colon < 0 ? user : user.substring(0, colon));
        return parts;
    }

    private static String text(@Nullable String group) {
        return group == null ? "" : group;
    }

    private static @Nullable String host(String place) {
        var host =
                place.startsWith("[")
                        ? place.substring(1, Math.max(1, place.indexOf(']')))
                        : place.replaceFirst(":.*", "");
        return host.isEmpty() ? null : host.toLowerCase(Locale.ROOT);
    }

    private static @Nullable Object port(String place) {
        var colon = place.indexOf(':', place.lastIndexOf(']') + 1);
        if (colon < 0 || colon + 1 == place.length()) {
            return null;
        }
        var digits = place.substring(colon + 1);
        if (!digits.matches("\\d+")) {
            throw PythonError.value("Port could not be cast to integer value as '" + digits + "'");
        }
        var port = Long.parseLong(digits);
        if (port > 65535) {
            throw PythonError.value("Port out of range 0-65535");
        }
        return port;
    }
}
