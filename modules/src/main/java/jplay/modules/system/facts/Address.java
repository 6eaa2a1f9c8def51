package jplay.modules.system.facts;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An address of an interface.
 *
 * @param device the interface
 * @param label the interface's name for this address
 * @param text the address
 * @param prefix how many bits are those of the network
 * @param broadcast the address of all; empty when there is none
 * @param scope how far it is known
 */
record Address(
        String device, String label, String text, int prefix, String broadcast, String scope) {
    private static final Pattern TOLD =
            Pattern.compile(
                    "\\d+: (\\S+)\\s+inet6? ([^/ ]+)(?: peer [^/ ]+)?(?:/(\\d+))?(?: brd (\\S+))? scope (\\S+) (.*)");
    private static final Map<String, String> SCOPES =
            Map.of("00", "global", "10", "host", "20", "link", "40", "site");

    /** All of a host, as {@code ip} tells them, or else the kernel's tables. */
    static List<Address> of(Gathered host) {
        var addresses = new ArrayList<Address>();
        if (host.said().containsKey("addresses")) {
            host.said("addresses").lines().forEach(line -> told(line, addresses));
            return addresses;
        }
        four(host, addresses);
        for (var line : host.lines("/proc/net/if_inet6")) {
            var fields = line.strip().split("\\s+", 0);
            addresses.add(
                    new Address(
                            fields[5],
                            fields[5],
                            plain(fields[0]),
                            Integer.parseInt(fields[2], 16),
                            "",
                            SCOPES.getOrDefault(fields[3], "global")));
        }
        return addresses;
    }

    private static void told(String line, List<Address> addresses) {
        var found = TOLD.matcher(line);
        if (!found.lookingAt()) {
            return;
        }
        var six = found.group(2).contains(":");
        var bits = found.group(3) == null ? (six ? 128 : 32) : Integer.parseInt(found.group(3));
        var broadcast = found.group(4) == null ? "" : found.group(4);
        var words = Gathered.words(found.group(6).replaceFirst("\\\\.*", ""), "\\s+");
        var label = six || words.isEmpty() ? found.group(1) : words.getLast();
        addresses.add(
                new Address(
                        found.group(1), label, found.group(2), bits, broadcast, found.group(5)));
    }

    /** The trie has the host's own addresses, the routes have the networks and their interfaces. */
    private static void four(Gathered host, List<Address> addresses) {
        var last = "";
        for (var line : host.lines("/proc/net/fib_trie")) {
            var words = Gathered.words(line, "\\s+");
            if (words.size() > 1 && words.getFirst().equals("|--")) {
                last = words.get(1);
            }
            var own = line.contains("/32 host LOCAL");
            var seen = last;
            if (own && addresses.stream().noneMatch(each -> each.text().equals(seen))) {
                addresses.add(placed(host, last));
            }
        }
    }

    private static Address placed(Gathered host, String text) {
        if (text.startsWith("127.")) {
            return new Address("lo", "lo", text, 8, "", "host");
        }
        for (var line : host.lines("/proc/net/route")) {
            var fields = line.strip().split("\\s+", 0);
            if (fields.length < 8
                    || !fields[7].matches("[0-9A-F]{8}")
                    || fields[7].equals("00000000")) {
                continue;
            }
            var mask = Integer.reverseBytes(Integer.parseUnsignedInt(fields[7], 16));
            if ((number(text) & mask)
                    == Integer.reverseBytes(Integer.parseUnsignedInt(fields[1], 16))) {
                return new Address(
                        fields[0],
                        fields[0],
                        text,
                        Integer.bitCount(mask),
                        dotted(number(text) | ~mask),
                        "global");
            }
        }
        return new Address("", "", text, 32, "", "global");
    }

    boolean six() {
        return text.contains(":");
    }

    boolean loopback() {
        return text.startsWith("127.") || text.equals("::1");
    }

    boolean local() {
        return scope.equals("link");
    }

    /** What is told of it under an interface. */
    Map<String, @Nullable Object> facts() {
        var facts = new Facts().put("address", text).put("prefix", String.valueOf(prefix));
        if (six()) {
            return facts.put("scope", scope).values();
        }
        var mask = prefix == 0 ? 0 : -1 << (32 - prefix);
        return facts.put("broadcast", broadcast)
                .put("netmask", dotted(mask))
                .put("network", dotted(number(text) & mask))
                .values();
    }

    private static int number(String dotted) {
        var number = 0;
        for (var part : dotted.split("\\.", 0)) {
            number = number << 8 | Integer.parseInt(part);
        }
        return number;
    }

    private static String dotted(int number) {
        return "%d.%d.%d.%d"
                .formatted(number >>> 24, number >>> 16 & 255, number >>> 8 & 255, number & 255);
    }

    /**
     * Thirty-two hexadecimal digits as an address is written: the longest run of zeros left out.
     */
    static String plain(String digits) {
        var groups = new ArrayList<String>();
        for (var at = 0; at < 32; at += 4) {
            groups.add(Integer.toHexString(Integer.parseInt(digits.substring(at, at + 4), 16)));
        }
        var text = String.join(":", groups);
        for (var run = 8; run > 1; run--) {
            var zeros = "0" + ":0".repeat(run - 1);
            var found = Pattern.compile("(^|:)" + zeros + "(:|$)").matcher(text);
            if (found.find()) {
                return text.substring(0, found.start()) + "::" + text.substring(found.end());
            }
        }
        return text;
    }
}
