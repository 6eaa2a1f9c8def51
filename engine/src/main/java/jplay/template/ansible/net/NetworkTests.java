package jplay.template.ansible.net;

import static jplay.template.filter.Filter.test;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import jplay.template.filter.Filter;
import jplay.template.filter.FilterCall;
import jplay.template.python.Iteration;
import jplay.template.python.PythonError;
import jplay.template.python.Types;
import org.jspecify.annotations.Nullable;

/** The tests on addresses and networks. */
final class NetworkTests {
    private static final Pattern MAC =
            Pattern.compile(
                    "(?:(?:[0-9a-fA-F]{2}[:-]){5}[0-9a-fA-F]{2}"
                            + "|(?:[0-9a-fA-F]{4}\\.){2}[0-9a-fA-F]{4}|[0-9a-fA-F]{12})\\n?");

    /** A network whose address has few bits, so that all but the shortest masks fit it. */
    private static final String MASKED = "10.0.0.0/";

    static final List<Filter> TABLE =
            List.of(
                    test("ansible.utils.in_any_network(ip, networks)", call -> around(call) > 0),
                    test("ansible.utils.in_network(ip, network)", NetworkTests::isIn),
                    test("ansible.utils.in_one_network(ip, networks)", call -> around(call) == 1),
                    test("ansible.utils.ip(ip)", call -> network(call.value()).isPresent()),
                    test("ansible.utils.ip_address(ip)", call -> is(call, _ -> true)),
                    test("ansible.utils.ipv4(ip)", call -> isVersion(call, 32)),
                    test(
                            "ansible.utils.ipv4_address(ip)",
                            call -> is(call, address -> address.bits() == 32)),
                    test("ansible.utils.ipv4_hostmask(mask)", call -> isMask(call, false)),
                    test("ansible.utils.ipv4_netmask(mask)", call -> isMask(call, true)),
                    test("ansible.utils.ipv6(ip)", call -> isVersion(call, 128)),
                    test(
                            "ansible.utils.ipv6_address(ip)",
                            call -> is(call, address -> address.bits() == 128)),
                    test(
                            "ansible.utils.ipv6_ipv4_mapped(ip)",
                            call -> is(call, SpecialRanges.MAPPED::contain)),
                    test(
                            "ansible.utils.ipv6_sixtofour(ip)",
                            call -> is(call, SpecialRanges.SIX_TO_FOUR::contain)),
                    test(
                            "ansible.utils.ipv6_teredo(ip)",
                            call -> is(call, SpecialRanges.TEREDO::contain)),
                    test(
                            "ansible.utils.loopback(ip)",
                            call -> is(call, SpecialRanges.LOOPBACK::contain)),
                    test("ansible.utils.mac(mac)", NetworkTests::isMac),
                    test(
                            "ansible.utils.multicast(ip)",
                            call -> is(call, SpecialRanges.MULTICAST::contain)),
                    test("ansible.utils.private(ip)", call -> is(call, NetworkTests::isPrivate)),
                    test("ansible.utils.public(ip)", call -> is(call, NetworkTests::isPublic)),
                    test(
                            "ansible.utils.reserved(ip)",
                            call -> is(call, SpecialRanges.RESERVED::contain)),
                    test("ansible.utils.resolvable(host)", NetworkTests::isResolvable),
                    test("ansible.utils.subnet_of(network_a, network_b)", NetworkTests::isSubnet),
                    test(
                            "ansible.utils.supernet_of(network_a, network_b)",
                            NetworkTests::isSupernet),
                    test(
                            "ansible.utils.unspecified(ip)",
                            call -> is(call, SpecialRanges.UNSPECIFIED::contain)));

    private NetworkTests() {}

    private static Optional<IpNetwork> network(@Nullable Object value) {
        return value instanceof CharSequence text
                ? PythonNetwork.parse(text.toString())
                : Optional.empty();
    }

    private static boolean is(FilterCall call, Predicate<IpNetwork> kind) {
        return call.value() instanceof CharSequence text
                && PythonNetwork.address(text.toString()).filter(kind).isPresent();
    }

    private static boolean isVersion(FilterCall call, int bits) {
        return network(call.value()).filter(network -> network.bits() == bits).isPresent();
    }

    private static boolean contains(@Nullable Object around, @Nullable Object inside) {
        var network = network(inside);
        return network.isPresent()
                && network(around).filter(wide -> wide.contains(network.get())).isPresent();
    }

    private static boolean isIn(FilterCall call) {
        return contains(call.get("network"), call.value());
    }

    private static boolean isSubnet(FilterCall call) {
        return contains(call.get("network_b"), call.value());
    }

    private static boolean isSupernet(FilterCall call) {
        return contains(call.value(), call.get("network_b"));
    }

    private static long around(FilterCall call) {
        return Iteration.list(call.get("networks")).stream()
                .filter(network -> contains(network, call.value()))
                .count();
    }

    private static boolean isMask(FilterCall call, boolean netmask) {
        if (!(call.value() instanceof CharSequence text) || !text.toString().contains(".")) {
            return false;
        }
        return PythonNetwork.parse(MASKED + text)
                .filter(network -> netmask == network.netmask().contentEquals(text))
                .isPresent();
    }

    private static boolean isPrivate(IpNetwork address) {
        return SpecialRanges.PRIVATE.contain(unmapped(address));
    }

    private static boolean isPublic(IpNetwork address) {
        return !isPrivate(address) && !SpecialRanges.SHARED.contain(address);
    }

    /** The IPv4 address within one of IPv6 that stands for it. */
    private static IpNetwork unmapped(IpNetwork address) {
        if (!SpecialRanges.MAPPED.contain(address)) {
            return address;
        }
        var number = address.address().clearBit(32);
        for (var bit = 33; bit < 48; bit++) {
            number = number.clearBit(bit);
        }
        return IpNetwork.single(number, 32);
    }

    private static Object isMac(FilterCall call) {
        if (call.value() instanceof CharSequence text) {
            return MAC.matcher(text).matches();
        }
        throw PythonError.type(
                "expected string or bytes-like object, got '" + Types.name(call.value()) + "'");
    }

    /** Whether a name has an address, or an address a name. */
    private static Object isResolvable(FilterCall call) {
        if (!(call.value() instanceof CharSequence text) || text.isEmpty()) {
            return false;
        }
        try {
            var found = InetAddress.getByName(text.toString());
            return PythonNetwork.address(text.toString()).isEmpty()
                    || !found.getCanonicalHostName().equals(found.getHostAddress());
        } catch (UnknownHostException _) {
            return false;
        }
    }
}
