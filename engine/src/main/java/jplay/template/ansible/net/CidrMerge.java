package jplay.template.ansible.net;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import jplay.template.python.PythonError;
import jplay.template.python.Text;
import org.jspecify.annotations.Nullable;

/** {@code cidr_merge}: the fewest networks that hold exactly the same addresses, or one around. */
final class CidrMerge {
    private static final Comparator<IpNetwork> ORDER =
            Comparator.comparingInt(IpNetwork::bits)
                    .thenComparing(IpNetwork::network)
                    .thenComparingInt(IpNetwork::prefix);

    private CidrMerge() {}

    static @Nullable Object apply(List<? extends @Nullable Object> written, String action) {
        return switch (action) {
            case "merge" -> merged(networks(written));
            case "span" -> written.isEmpty() ? null : span(networks(written));
            default -> throw PythonError.value("cidr_merge: invalid action " + Text.repr(action));
        };
    }

    private static List<IpNetwork> networks(List<? extends @Nullable Object> written) {
        return written.stream()
                .map(Text::of)
                .map(text -> IpNetwork.parse(text).orElseThrow(() -> invalid(text)))
                .toList();
    }

    private static PythonError invalid(String text) {
        return new PythonError(
                "AddrFormatError", "cidr_merge: error in netaddr:\ninvalid IPNetwork " + text);
    }

    private static List<@Nullable Object> merged(List<IpNetwork> networks) {
        var merged = new ArrayList<IpNetwork>();
        for (var network : networks.stream().sorted(ORDER).toList()) {
            if (merged.isEmpty() || !merged.getLast().contains(network)) {
                merged.add(network.around(network.prefix()));
                joinLast(merged);
            }
        }
        return new ArrayList<>(merged.stream().map(IpNetwork::cidr).toList());
    }

    /** Replaces the last two networks by the one that they fill, as long as there is one. */
    private static void joinLast(List<IpNetwork> merged) {
        while (merged.size() > 1) {
            var last = merged.getLast();
            var before = merged.get(merged.size() - 2);
            if (last.bits() != before.bits() || last.prefix() != before.prefix()) {
                return;
            }
            var both = before.around(before.prefix() - 1);
            if (!both.contains(last) || last.network().equals(before.network())) {
                return;
            }
            merged.removeLast();
            merged.set(merged.size() - 1, both);
        }
    }

    private static String span(List<IpNetwork> networks) {
        var first = networks.getFirst();
        if (networks.stream().anyMatch(network -> network.bits() != first.bits())) {
            throw PythonError.type(
                    "cidr_merge: error in netaddr:\nIP sequence cannot contain both IPv4 and IPv6!");
        }
        var lowest = networks.stream().map(IpNetwork::network).min(BigInteger::compareTo);
        var highest = networks.stream().map(IpNetwork::last).max(BigInteger::compareTo);
        var low = lowest.orElseThrow();
        var different = low.xor(highest.orElseThrow()).bitLength();
        return IpNetwork.single(low, first.bits()).around(first.bits() - different).cidr();
    }
}
