package jplay.template.ansible.net;

import java.math.BigInteger;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Addresses and networks as Python's {@code ipaddress} reads them, which the tests use: a network
 * has no bits behind its prefix, an address of IPv6 may name its zone.
 */
final class PythonNetwork {
    private static final Pattern PREFIX = Pattern.compile("[0-9]+");
    private static final Pattern MASK = Pattern.compile("[0-9.]*\\.[0-9.]*");
    private static final Pattern ZONE = Pattern.compile("%[^%/]+");

    private PythonNetwork() {}

    /** A network or a lone address. */
    static Optional<IpNetwork> parse(String text) {
        var slash = text.indexOf('/');
        var host = slash < 0 ? text : text.substring(0, slash);
        var prefix = slash < 0 ? "" : text.substring(slash + 1);
        var isV6 = host.contains(":");
        var readable =
                slash < 0
                        || PREFIX.matcher(prefix).matches()
                        || (!isV6 && MASK.matcher(prefix).matches());
        if (!readable) {
            return Optional.empty();
        }
        return IpNetwork.parse(withoutZone(host, isV6) + (slash < 0 ? "" : "/" + prefix))
                .filter(IpNetwork::isNetworkAddress);
    }

    /** An address. */
    static Optional<IpNetwork> address(String text) {
        return text.contains("/") ? Optional.empty() : parse(text);
    }

    private static String withoutZone(String host, boolean isV6) {
        return isV6 ? ZONE.matcher(host).replaceFirst("") : host;
    }

    /** An address of a network. */
    static String write(IpNetwork network, BigInteger offset) {
        var number = network.network().add(offset);
        return network.bits() == 32 ? network.text(number) : AddressText.compressed(number, false);
    }
}
