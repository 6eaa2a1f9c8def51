package jplay.template.ansible.net;

import java.math.BigInteger;
import jplay.template.python.Numbers;
import jplay.template.python.PythonError;
import org.jspecify.annotations.Nullable;

/**
 * The addresses of a network that hosts may have: all but the first and the last one, where there
 * are more than two.
 */
record UsableRange(IpNetwork network) {
    BigInteger first() {
        return network.hasEnds() ? network.network().add(BigInteger.ONE) : network.network();
    }

    BigInteger last() {
        return network.hasEnds() ? network.last().subtract(BigInteger.ONE) : network.last();
    }

    Object size() {
        return network.isSingle()
                ? (Object) 0L
                : Numbers.integer(last().subtract(first()).add(BigInteger.ONE));
    }

    /** Whether another network lies in it by its numbers alone. */
    boolean spans(IpNetwork other) {
        return first().compareTo(other.network()) <= 0 && last().compareTo(other.end()) >= 0;
    }

    /** The address so far behind the network's own; null when it is none of these. */
    @Nullable String next(BigInteger offset) {
        if (network.isSingle()) {
            return null;
        }
        var number = network.address().add(offset);
        var text = AddressText.write(number);
        return number.compareTo(first()) >= 0 && number.compareTo(last()) <= 0 ? text : null;
    }

    /** {@code first_usable} and the like; null for a lone address. */
    @Nullable String part(String query) {
        if (!network.explicit()) {
            throw PythonError.value("Not a network address");
        }
        if (query.equals("peer")) {
            return peer();
        }
        if (network.isSingle()) {
            return null;
        }
        return switch (query) {
            case "first_usable" -> AddressText.write(first());
            case "last_usable" -> AddressText.write(last());
            case "next_usable" -> next(BigInteger.ONE);
            case "previous_usable" -> next(BigInteger.ONE.negate());
            default -> AddressText.write(first()) + "-" + AddressText.write(last());
        };
    }

    private String peer() {
        var hosts = network.bits() - network.prefix();
        if (hosts == 1) {
            return AddressText.write(network.address().xor(BigInteger.ONE));
        }
        if (hosts != 2) {
            throw PythonError.value("Not a point-to-point network");
        }
        if (network.isNetworkAddress()) {
            throw PythonError.value("Network address of /30 has no peer");
        }
        if (network.address().equals(network.last())) {
            throw PythonError.value("Broadcast address of /30 has no peer");
        }
        return AddressText.write(network.address().xor(BigInteger.valueOf(3)));
    }
}
