package jplay.inventory;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A host as sources write it: {@code name}, {@code name:port}, {@code [::1]:port}.
 *
 * @param name without the port; may hold ranges
 * @param port when one is given
 */
record HostAddress(String name, Optional<Long> port) {
    private static final Pattern BRACKETED =
            Pattern.compile("\\[([0-9a-fA-F:.]*:[0-9a-fA-F:.]*:[0-9a-fA-F:.]*)](?::(\\d+))?");
    private static final Pattern WITH_PORT =
            Pattern.compile("((?:[^\\[\\]:]|\\[[^\\]]*])+):(\\d{1,5})");

    static HostAddress parse(String text) {
        if (text.indexOf(':') < 0) {
            return new HostAddress(text, Optional.empty());
        }
        var bracketed = BRACKETED.matcher(text);
        if (bracketed.matches() && isIpv6(bracketed.group(1))) {
            return new HostAddress(
                    bracketed.group(1), Optional.ofNullable(bracketed.group(2)).map(Long::valueOf));
        }
        var withPort = WITH_PORT.matcher(text);
        return withPort.matches()
                ? new HostAddress(withPort.group(1), Optional.of(Long.valueOf(withPort.group(2))))
                : new HostAddress(text, Optional.empty());
    }

    private static boolean isIpv6(String text) {
        return text.contains("::") || text.chars().filter(c -> c == ':').count() == 7;
    }
}
