package jplay.template.ansible.net;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
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

    /** The networks in order. */
    private static List<IpNetwork> networks(List<? extends @Nullable Object> written) {
        return written.stream()
                .map(Text::of)
                .map(text -> IpNetwork.parse(text).orElseThrow(() -> invalid(text)))
                .sorted(ORDER)
                .toList();
    }

    private static PythonError invalid(String text) {
        return new PythonError(
                "AddrFormatError", "cidr_merge: error in netaddr:\ninvalid IPNetwork " + text);
    }

    /**
     * Addresses without a gap.
     *
     * @param only the network that is all of it, as it was written
     */
    private record Span(BigInteger first, BigInteger last, int bits, Optional<IpNetwork> only) {
        static Span of(IpNetwork network) {
            return new Span(
                    network.network(), network.last(), network.bits(), Optional.of(network));
        }

        boolean touches(Span next) {
            return bits == next.bits && next.first.compareTo(last.add(BigInteger.ONE)) <= 0;
        }

        Span with(Span next) {
            return new Span(first, last.max(next.last), bits, Optional.empty());
        }

        /** The networks that fill it. */
        List<String> networks() {
            if (only.isPresent()) {
                return List.of(only.get().cidr());
            }
            var networks = new ArrayList<String>();
            for (var at = first; at.compareTo(last) <= 0; ) {
                var left = last.subtract(at).add(BigInteger.ONE).bitLength() - 1;
                var aligned = at.signum() == 0 ? bits : at.getLowestSetBit();
                var hosts = Math.min(left, aligned);
                networks.add(new IpNetwork(at, bits, bits - hosts, true).cidr());
                at = at.add(BigInteger.ONE.shiftLeft(hosts));
            }
            return networks;
        }
    }

    private static List<@Nullable Object> merged(List<IpNetwork> networks) {
        var spans = new ArrayList<Span>();
        for (var network : networks) {
            var span = Span.of(network);
            if (!spans.isEmpty() && spans.getLast().touches(span)) {
                span = spans.removeLast().with(span);
            }
            spans.add(span);
        }
        return new ArrayList<>(spans.stream().flatMap(span -> span.networks().stream()).toList());
    }

    /** Grown from the last network until the first address is in it; what ends later is not. */
    private static String span(List<IpNetwork> networks) {
        var lowest = networks.getFirst();
        var highest = networks.getLast();
        if (networks.size() == 1) {
            return lowest.cidr();
        }
        if (lowest.bits() != highest.bits()) {
            throw PythonError.type(
                    "cidr_merge: error in netaddr:\nIP sequence cannot contain both IPv4 and IPv6!");
        }
        var span = IpNetwork.single(highest.last(), highest.bits());
        var prefix = highest.prefix();
        while (prefix > 0 && span.address().compareTo(lowest.network()) > 0) {
            span = span.around(--prefix);
        }
        return span.text(span.address()) + "/" + prefix;
    }
}
