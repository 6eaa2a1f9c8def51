package jplay.modules.system.facts;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * How packets leave a host.
 *
 * @param six whether those of version 6
 * @param device the interface
 * @param gateway the next host
 * @param source the address they come from
 */
record Way(boolean six, String device, Optional<String> gateway, Optional<String> source) {
    /** As {@code ip route get} tells it, or else the kernel's table of routes. */
    static Optional<Way> of(Gathered host, boolean six) {
        if (host.said().containsKey("addresses")) {
            return told(host.words(six ? "route6" : "route4"), six);
        }
        return six ? six(host) : four(host);
    }

    private static Optional<Way> told(List<String> words, boolean six) {
        var device = after(words, "dev");
        return device.filter(name -> !name.equals("lo"))
                .map(name -> new Way(six, name, after(words, "via"), after(words, "src")));
    }

    private static Optional<String> after(List<String> words, String word) {
        var at = words.indexOf(word);
        return at >= 0 && at + 1 < words.size() ? Optional.of(words.get(at + 1)) : Optional.empty();
    }

    private static Optional<Way> four(Gathered host) {
        return host.lines("/proc/net/route").stream()
                .map(line -> List.of(line.strip().split("\\s+", 0)))
                .filter(fields -> fields.size() > 7 && fields.get(1).equals("00000000"))
                .filter(fields -> fields.get(7).equals("00000000"))
                .min(Comparator.comparing(fields -> Long.valueOf(fields.get(6))))
                .map(fields ->
                        new Way(false, fields.get(0), gateway(fields.get(2)), Optional.empty()));
    }

    /** Four bytes in the order of the processor. */
    private static Optional<String> gateway(String digits) {
        var parts = new ArrayList<String>();
        for (var at = 6; at >= 0; at -= 2) {
            parts.add(String.valueOf(Integer.parseInt(digits.substring(at, at + 2), 16)));
        }
        return Optional.of(String.join(".", parts)).filter(text -> !text.equals("0.0.0.0"));
    }

    private static Optional<Way> six(Gathered host) {
        return host.lines("/proc/net/ipv6_route").stream()
                .map(line -> List.of(line.strip().split("\\s+", 0)))
                .filter(fields -> fields.size() > 9 && fields.get(0).matches("0+"))
                .filter(fields -> fields.get(1).equals("00") && !fields.get(9).equals("lo"))
                .min(Comparator.comparing(fields -> Long.valueOf(fields.get(5), 16)))
                .map(fields ->
                        new Way(
                                true,
                                fields.get(9),
                                Optional.of(Address.plain(fields.get(4)))
                                        .filter(text -> !text.equals("::")),
                                Optional.empty()));
    }
}
