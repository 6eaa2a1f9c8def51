package jplay.template.ansible.net;

import java.math.BigInteger;
import java.util.List;
import jplay.template.python.Numbers;
import jplay.template.python.PythonError;
import jplay.template.python.Text;
import jplay.template.python.Types;
import org.jspecify.annotations.Nullable;

/** What {@code ipaddr} is asked about an address; null where a question does not apply. */
record NetworkQuery(IpNetwork network) {
    private static final List<String> PRIVATE =
            List.of(
                    "10.0.0.0/8",
                    "172.16.0.0/12",
                    "192.168.0.0/16",
                    "127.0.0.0/8",
                    "169.254.0.0/16",
                    "0.0.0.0/8",
                    "192.0.0.0/24",
                    "192.0.2.0/24",
                    "198.18.0.0/15",
                    "198.51.100.0/24",
                    "203.0.113.0/24",
                    "240.0.0.0/4",
                    "::1/128",
                    "::/128",
                    "::ffff:0:0/96",
                    "100::/64",
                    "2001::/23",
                    "2001:db8::/32",
                    "fc00::/7",
                    "fe80::/10");

    @Nullable Object answer(@Nullable Object query) {
        if (Types.isInteger(query)) {
            return nth(Numbers.big(query));
        }
        var word = query == null ? "" : Text.of(query);
        if (word.matches("-?\\d+")) {
            return nth(new BigInteger(word));
        }
        return switch (word) {
            case "" -> network.toString();
            case "bool" -> true;
            case "version" -> network.bits() == 32 ? 4L : 6L;
            case "type" -> type();
            case "6to4",
                    "loopback",
                    "link-local",
                    "lla",
                    "multicast",
                    "private",
                    "public",
                    "unicast" ->
                    is(word) ? network.toString() : null;
            default -> word.contains(".") || word.contains(":") ? within(word) : part(word);
        };
    }

    private String type() {
        return network.isSingle() || !network.isNetworkAddress() ? "address" : "network";
    }

    private @Nullable Object within(String query) {
        var around = IpNetwork.parse(query);
        if (around.isEmpty()) {
            throw unknown(query);
        }
        return around.get().contains(network) ? network.toString() : null;
    }

    private static PythonError unknown(String query) {
        return PythonError.value("unknown filter type: " + query);
    }

    private boolean is(String kind) {
        var address = network;
        var isPrivate = PRIVATE.stream().anyMatch(address::isIn);
        var isMulticast = address.isIn("224.0.0.0/4") || address.isIn("ff00::/8");
        return switch (kind) {
            case "6to4" -> address.isIn("2002::/16");
            case "loopback" -> address.isIn("127.0.0.0/8") || address.isIn("::1/128");
            case "multicast" -> isMulticast;
            case "private" -> isPrivate;
            case "public" -> !isPrivate && !isMulticast;
            case "unicast" -> !isMulticast;
            default -> address.isIn("169.254.0.0/16") || address.isIn("fe80::/10");
        };
    }

    private @Nullable Object part(String query) {
        return switch (query) {
            case "address", "ip" -> isHost() ? network.ip() : null;
            case "host" -> hostWithPrefix();
            case "host/prefix", "address/prefix", "ip/prefix", "gateway", "gw" ->
                    isHost() ? network.cidr() : null;
            case "cidr" -> network.cidr();
            case "net" -> many() && network.isNetworkAddress() ? network.cidr() : null;
            case "network", "network_id" -> network.text(network.network());
            case "prefix" -> (long) network.prefix();
            case "subnet" -> network.text(network.network()) + "/" + network.prefix();
            case "netmask" -> network.netmask();
            case "hostmask", "wildcard" -> network.hostmask();
            case "broadcast" -> network.hasBroadcast() ? network.text(network.last()) : null;
            case "size" -> Numbers.integer(network.size());
            case "int" ->
                    many()
                            ? network.address() + "/" + network.prefix()
                            : Numbers.integer(network.address());
            case "ip_netmask" -> network.ip() + " " + network.netmask();
            case "ip_wildcard" -> network.ip() + " " + network.hostmask();
            case "network_netmask" -> network.text(network.network()) + " " + network.netmask();
            case "network_wildcard" -> network.text(network.network()) + " " + network.hostmask();
            case "revdns" -> reverse();
            case "wrap" -> network.bits() == 128 ? "[" + network.ip() + "]" : network.ip();
            default -> usable(query);
        };
    }

    private boolean many() {
        return !network.isSingle();
    }

    private boolean isHost() {
        return !many() || !network.isNetworkAddress() || !network.hasBroadcast();
    }

    private @Nullable String hostWithPrefix() {
        return !many() || !network.isNetworkAddress() ? network.cidr() : null;
    }

    private BigInteger first() {
        return network.hasBroadcast() ? network.network().add(BigInteger.ONE) : network.network();
    }

    private BigInteger end() {
        return network.hasBroadcast() ? network.last().subtract(BigInteger.ONE) : network.last();
    }

    private @Nullable Object usable(String query) {
        var next = network.address().add(BigInteger.ONE);
        var previous = network.address().subtract(BigInteger.ONE);
        return switch (query) {
            case "size_usable" -> Numbers.integer(end().subtract(first()).add(BigInteger.ONE));
            case "range_usable" -> network.text(first()) + "-" + network.text(end());
            case "first_usable" -> many() ? network.text(first()) : null;
            case "last_usable" -> many() ? network.text(end()) : null;
            case "next_usable" -> many() && next.compareTo(end()) <= 0 ? network.text(next) : null;
            case "previous_usable" ->
                    many() && previous.compareTo(first()) >= 0 ? network.text(previous) : null;
            case "peer" -> peer();
            default -> throw unknown(query);
        };
    }

    private String peer() {
        if (network.bits() - network.prefix() == 1) {
            return network.text(network.address().xor(BigInteger.ONE));
        }
        if (network.bits() - network.prefix() == 2) {
            return network.text(network.address().xor(BigInteger.valueOf(3)));
        }
        throw PythonError.value("Not a point-to-point network");
    }

    private @Nullable Object nth(BigInteger index) {
        var at = index.signum() < 0 ? network.size().add(index) : index;
        if (at.signum() < 0 || at.compareTo(network.size()) >= 0) {
            return null;
        }
        return network.text(network.network().add(at)) + "/" + network.prefix();
    }

    private String reverse() {
        if (network.bits() == 32) {
            var parts = List.of(network.ip().split("\\.", -1)).reversed();
            return String.join(".", parts) + ".in-addr.arpa.";
        }
        var digits = String.format("%032x", network.address());
        return String.join(".", List.of(digits.split("")).reversed()) + ".ip6.arpa.";
    }
}
