package jplay.template.ansible.net;

import java.math.BigInteger;
import java.util.Optional;
import java.util.regex.Pattern;
import jplay.template.python.PythonError;

/** {@code ipsubnet}: the networks within a network, and those around an address. */
record Subnets(IpNetwork network) {
    private static final Pattern DIGITS = Pattern.compile("\\d{1,9}");

    Object answer(String query, Optional<BigInteger> index) {
        if (query.isEmpty()) {
            return network.subnet();
        }
        if (!DIGITS.matcher(query).matches()) {
            return rankIn(query);
        }
        var size = Integer.parseInt(query);
        if (size > network.bits()) {
            return false;
        }
        if (network.isSingle()) {
            return around(size, index.orElse(BigInteger.ZERO));
        }
        return index.isPresent() ? within(size, index.get()) : count(size);
    }

    private String count(int size) {
        if (size < network.prefix()) {
            throw PythonError.value("Requested subnet size of " + size + " is invalid");
        }
        return BigInteger.ONE.shiftLeft(size - network.prefix()).toString();
    }

    private Object within(int size, BigInteger index) {
        if (size < network.prefix()) {
            return index.signum() == 0 ? subnet(network.network(), size) : (Object) false;
        }
        var count = BigInteger.ONE.shiftLeft(size - network.prefix());
        var at = index.signum() < 0 ? count.add(index) : index;
        if (at.signum() < 0 || at.compareTo(count) >= 0) {
            return false;
        }
        var start = network.network().add(at.shiftLeft(network.bits() - size));
        return subnet(start, size);
    }

    /** As Ansible writes it, which takes small numbers for addresses of IPv4. */
    private static String subnet(BigInteger start, int size) {
        var written = AddressText.write(start) + "/" + size;
        if (IpNetwork.parse(written).isEmpty()) {
            throw new PythonError("AddrFormatError", "invalid IPNetwork " + written);
        }
        return written;
    }

    /** One of the ever smaller networks around an address. */
    private Object around(int size, BigInteger index) {
        var count = BigInteger.valueOf(network.bits() - (long) size);
        var at = index.signum() < 0 ? count.add(index) : index;
        if (at.compareTo(count) >= 0) {
            throw new PythonError("IndexError", "list index out of range");
        }
        return at.signum() < 0 ? (Object) false : network.around(size + at.intValue()).cidr();
    }

    private boolean spans(IpNetwork around) {
        return around.network().compareTo(network.network()) <= 0
                && around.last().compareTo(network.last()) >= 0;
    }

    private String rankIn(String query) {
        var around =
                NetworkValue.of(query)
                        .map(NetworkValue::network)
                        .orElseThrow(() ->
                                PythonError.value(
                                        "You must pass a valid subnet or IP address; "
                                                + query
                                                + " is invalid"));
        if (!spans(around) || around.prefix() > network.bits()) {
            throw PythonError.value(network.cidr() + " is not in the subnet " + around.cidr());
        }
        var offset = network.network().subtract(around.network());
        return offset.shiftRight(network.bits() - network.prefix()).add(BigInteger.ONE).toString();
    }
}
