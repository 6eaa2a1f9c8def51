package jplay.connection.ssh.config;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import jplay.module.TaskFailure;

/**
 * One hop of a {@code ProxyJump}.
 *
 * @param host as configuration files may know it
 */
public record Jump(Optional<String> user, String host, Optional<String> port) {
    private static final Pattern HOP =
            Pattern.compile("(?:(.+)@)?(\\[[^\\]]+]|[^@:\\[\\]]+)(?::(\\d{1,5}))?");

    /** The hops from here to the host; none for {@code none}. */
    public static List<Jump> parse(String written) {
        if (written.equalsIgnoreCase("none")) {
            return List.of();
        }
        return HostOptions.commaWords(written).stream().map(Jump::hop).toList();
    }

    /** As it would be written. */
    public String text() {
        var named = host.contains(":") ? "[" + host + "]" : host;
        return user.map(name -> name + "@").orElse("")
                + named
                + port.map(number -> ":" + number).orElse("");
    }

    private static Jump hop(String written) {
        if (written.startsWith("ssh://")) {
            var uri = URI.create(written);
            return new Jump(
                    Optional.ofNullable(uri.getUserInfo()),
                    plain(uri.getHost()),
                    uri.getPort() < 0 ? Optional.empty() : Optional.of("" + uri.getPort()));
        }
        var parts = HOP.matcher(written);
        if (!parts.matches()) {
            throw new TaskFailure(
                    "ProxyJump: got '%s', want [user@]host[:port]".formatted(written));
        }
        return new Jump(
                Optional.ofNullable(parts.group(1)),
                plain(parts.group(2)),
                Optional.ofNullable(parts.group(3)));
    }

    private static String plain(String host) {
        return host.replaceAll("^\\[|]$", "");
    }
}
