package jplay.modules.ssh;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A line of a file of known hosts that names a key.
 *
 * @param marker {@code @cert-authority}, {@code @revoked}, or empty
 * @param hosts names, patterns or a hash, as written
 * @param rest what stands behind the key
 */
record HostLine(String marker, String hosts, String kind, String key, String rest) {
    private static final String HASHED = "|1|";

    /** Reads a line; none when it is empty, a comment, or no such line. */
    static Optional<HostLine> of(String line) {
        var text = line.strip();
        if (text.isEmpty() || text.startsWith("#")) {
            return Optional.empty();
        }
        var marked = text.startsWith("@");
        var words = List.of(text.split("\\s+", marked ? 5 : 4));
        var from = marked ? 1 : 0;
        if (words.size() < from + 3) {
            return Optional.empty();
        }
        return Optional.of(
                new HostLine(
                        marked ? words.getFirst() : "",
                        words.get(from),
                        words.get(from + 1),
                        words.get(from + 2),
                        words.size() > from + 3 ? words.get(from + 3) : ""));
    }

    boolean hashed() {
        return hosts.startsWith(HASHED);
    }

    /** Whether the line is about a host. */
    boolean names(String host) {
        var wanted = host.toLowerCase(Locale.ROOT);
        if (hashed()) {
            var parts = hosts.substring(HASHED.length()).split("\\|", 2);
            return parts.length == 2 && hash(wanted, parts[0]).filter(parts[1]::equals).isPresent();
        }
        var patterns = Arrays.asList(hosts.toLowerCase(Locale.ROOT).split(",", -1));
        return patterns.stream().anyMatch(each -> fits(each, wanted))
                && patterns.stream()
                        .filter(each -> each.startsWith("!"))
                        .noneMatch(each -> fits(each.substring(1), wanted));
    }

    private static boolean fits(String pattern, String host) {
        var expression = new StringBuilder();
        pattern.chars()
                .forEach(letter -> {
                    switch (letter) {
                        case '*' -> expression.append(".*");
                        case '?' -> expression.append('.');
                        default ->
                                expression.append(
                                        java.util.regex.Pattern.quote(Character.toString(letter)));
                    }
                });
        return host.matches(expression.toString());
    }

    /** Whether it says of the same names the same key, whatever stands behind it. */
    boolean same(HostLine other) {
        return marker.equals(other.marker)
                && hosts.equals(other.hosts)
                && kind.equals(other.kind)
                && key.equals(other.key);
    }

    /** The line for each of its names, hashed with a salt of its own. */
    Stream<String> hashed(java.util.random.RandomGenerator random) {
        return Arrays.stream(hosts.split(",", -1))
                .map(host -> {
                    var salt = new byte[20];
                    random.nextBytes(salt);
                    var text = Base64.getEncoder().encodeToString(salt);
                    var name = host.toLowerCase(Locale.ROOT);
                    return HASHED + text + "|" + hash(name, text).orElseThrow();
                })
                .map(host -> new HostLine(marker, host, kind, key, rest).text());
    }

    private String text() {
        return Stream.of(marker, hosts, kind, key, rest)
                .filter(each -> !each.isEmpty())
                .reduce((one, other) -> one + " " + other)
                .orElseThrow();
    }

    private static Optional<String> hash(String host, String salt) {
        try {
            var mac = Mac.getInstance("HmacSHA1");
            var bytes = Base64.getDecoder().decode(salt);
            mac.init(new SecretKeySpec(bytes.length == 0 ? new byte[1] : bytes, "HmacSHA1"));
            var sum = mac.doFinal(host.getBytes(StandardCharsets.UTF_8));
            return Optional.of(Base64.getEncoder().encodeToString(sum));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java knows no HmacSHA1", e);
        }
    }
}
