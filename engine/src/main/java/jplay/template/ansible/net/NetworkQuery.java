package jplay.template.ansible.net;

import java.math.BigInteger;
import java.util.List;
import jplay.template.python.Numbers;
import jplay.template.python.PythonError;
import jplay.template.python.Text;
import jplay.template.python.Types;
import org.jspecify.annotations.Nullable;

/**
 * What {@code ipaddr} is asked about a value. A question that does not apply is answered by null or
 * false, as Ansible answers it.
 *
 * @param filter the name that messages begin with
 */
record NetworkQuery(NetworkValue value, String filter) {
    @Nullable Object answer(@Nullable Object query) {
        var network = value.network();
        if (Types.isInteger(query)) {
            return nth(Numbers.big(query));
        }
        var word = query == null ? "" : Text.of(query);
        return switch (word) {
            case "" -> network.toString();
            case "bool" -> true;
            case "version" -> network.bits() == 32 ? 4L : 6L;
            case "type" -> isNetwork() ? "network" : "address";
            case "int" -> number();
            case "ipv4" -> asV4();
            case "ipv6" -> asV6();
            case "wrap" -> wrapped();
            case "6to4" -> sixToFour();
            case "revdns" -> reverse();
            case "size" -> Numbers.integer(network.size());
            case "prefix" -> (long) network.prefix();
            case "size_usable" -> new UsableRange(network).size();
            default -> kindOrPart(word);
        };
    }

    private @Nullable Object kindOrPart(String query) {
        return switch (query) {
            case "first_usable",
                    "last_usable",
                    "next_usable",
                    "previous_usable",
                    "range_usable",
                    "peer" ->
                    new UsableRange(value.network()).part(query);
            case "link-local", "lo", "loopback", "multicast", "private", "public", "unicast" ->
                    is(query) ? value.given() : null;
            default -> host(query);
        };
    }

    /** An address that is the network's own, not one of its hosts'. */
    private boolean isNetwork() {
        return !value.network().isSingle() && value.network().isNetworkAddress();
    }

    private boolean is(String kind) {
        var network = value.network();
        var isMulticast = SpecialRanges.MULTICAST.contain(network);
        return switch (kind) {
            case "link-local" -> SpecialRanges.LINK_LOCAL.contain(network.host());
            case "lo", "loopback" -> SpecialRanges.LOOPBACK.contain(network.host());
            case "multicast" -> isMulticast;
            case "private" -> isUnicastHost() && !SpecialRanges.isGlobal(network.host());
            case "public" -> isUnicastHost() && SpecialRanges.isGlobal(network.host());
            default -> !isMulticast;
        };
    }

    private boolean isUnicastHost() {
        return !SpecialRanges.MULTICAST.contain(value.network().host());
    }

    private @Nullable Object host(String query) {
        var network = value.network();
        var isOwn = network.isNetworkAddress() && network.hasEnds();
        var isEnd = isOwn || (network.hasEnds() && network.address().equals(network.last()));
        return switch (query) {
            case "address", "ip" -> isOwn && network.bits() == 32 ? null : network.ip();
            case "address/prefix", "gateway", "gw", "host/prefix", "hostnet", "router" ->
                    isEnd ? (Object) false : network.cidr();
            case "host" -> isOwn ? null : network.cidr();
            case "ip/prefix" -> isOwn || network.isSingle() ? null : network.cidr();
            case "ip_netmask" ->
                    isOwn || network.isSingle() ? null : network.ip() + " " + network.netmask();
            default -> net(query);
        };
    }

    private @Nullable Object net(String query) {
        var network = value.network();
        var id = network.text(network.network());
        return switch (query) {
            case "cidr" -> network.cidr();
            case "net" -> isNetwork() ? network.cidr() : null;
            case "network", "network_id" -> id;
            case "network/prefix", "subnet" -> network.subnet();
            case "network_netmask" -> id + " " + network.netmask();
            case "network_wildcard" -> id + " " + network.hostmask();
            case "netmask" -> network.netmask();
            case "hostmask", "wildcard" -> network.hostmask();
            case "broadcast" -> network.hasEnds() ? network.text(network.last()) : null;
            default -> other(query);
        };
    }

    /** An index, or a network that may lie around this one. */
    private @Nullable Object other(String query) {
        var index = Numbers.parseInteger(query, 10);
        if (index.isPresent()) {
            return nth(Numbers.big(index.get()));
        }
        if (Numbers.parseFloat(query).isPresent()) {
            return false;
        }
        return IpNetwork.parse(query)
                        .orElseThrow(
                                () -> PythonError.value(filter + ": unknown filter type: " + query))
                        .contains(value.network())
                ? value.given()
                : null;
    }

    private Object nth(BigInteger index) {
        var network = value.network();
        if (network.isSingle()) {
            return network.toString();
        }
        var at = index.signum() < 0 ? network.size().add(index) : index;
        if (at.signum() < 0 || at.compareTo(network.size()) >= 0) {
            return false;
        }
        return network.text(network.network().add(at)) + "/" + network.prefix();
    }

    private Object number() {
        var network = value.network();
        return network.explicit()
                ? network.address() + "/" + network.prefix()
                : Numbers.integer(network.address());
    }

    private Object asV4() {
        var network = value.network();
        if (network.bits() == 32) {
            return value.given();
        }
        var high = network.address().shiftRight(32);
        var embedded = high.signum() == 0 || SpecialRanges.MAPPED.contain(network.host());
        if (!embedded || network.prefix() < 96) {
            return false;
        }
        var low = network.address().subtract(high.shiftLeft(32));
        return new IpNetwork(low, 32, network.prefix() - 96, true).cidr();
    }

    private String asV6() {
        var network = value.network();
        return network.bits() == 128
                ? value.given()
                : "::ffff:" + network.ip() + "/" + (network.prefix() + 96);
    }

    /** With square brackets around an IPv6 address. */
    String wrapped() {
        var network = value.network();
        return network.bits() == 32
                ? value.given()
                : "[" + network.ip() + "]" + (network.explicit() ? "/" + network.prefix() : "");
    }

    private Object sixToFour() {
        var network = value.network();
        if (network.bits() == 128) {
            return SpecialRanges.SIX_TO_FOUR.contain(network.host()) && !isNetwork()
                    ? value.given()
                    : (Object) false;
        }
        if (isNetwork() || SpecialRanges.MULTICAST.contain(network)) {
            return false;
        }
        var number = network.address().intValue();
        return "2002:%04x:%04x::1/48".formatted(number >>> 16, number & 0xffff);
    }

    private String reverse() {
        var network = value.network();
        if (network.bits() == 32) {
            var parts = List.of(network.ip().split("\\.", -1)).reversed();
            return String.join(".", parts) + ".in-addr.arpa.";
        }
        var digits = String.format("%032x", network.address());
        return String.join(".", List.of(digits.split("")).reversed()) + ".ip6.arpa.";
    }
}
