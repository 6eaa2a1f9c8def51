package jplay.template.ansible.net;

import java.math.BigInteger;
import java.util.Optional;
import java.util.regex.Pattern;
import jplay.template.python.Numbers;
import jplay.template.python.Types;
import org.jspecify.annotations.Nullable;

/**
 * What a filter was given: an address, a network, or a number that stands for an address.
 *
 * @param given the text that stands for it in answers: as it was written; a number has become a
 *     network
 */
record NetworkValue(IpNetwork network, String given) {
    private static final Pattern DIGITS = Pattern.compile("\\d+");

    /** Reads a value; empty when it is none of these. */
    static Optional<NetworkValue> of(@Nullable Object value) {
        return of(value, 0);
    }

    /**
     * Reads a value.
     *
     * @param bits 32 or 128 when only one version will do, else 0
     */
    static Optional<NetworkValue> of(@Nullable Object value, int bits) {
        if (Types.isInteger(value)) {
            var address = Numbers.big(value);
            return address.signum() == 0 ? Optional.empty() : number(address, bits);
        }
        if (!(value instanceof CharSequence text)) {
            return Optional.empty();
        }
        if (DIGITS.matcher(text).matches()) {
            return number(new BigInteger(text.toString()), bits);
        }
        return IpNetwork.parse(text.toString())
                .map(network -> new NetworkValue(network, text.toString()))
                .or(() -> numberWithPrefix(text.toString()))
                .filter(read -> bits == 0 || read.network.bits() == bits);
    }

    private static Optional<NetworkValue> number(BigInteger address, int bits) {
        var wide = address.bitLength() > 32;
        if (address.signum() < 0 || address.bitLength() > 128 || (wide && bits == 32)) {
            return Optional.empty();
        }
        var network = IpNetwork.single(address, wide || bits == 128 ? 128 : 32);
        return Optional.of(new NetworkValue(network, network.cidr()));
    }

    private static Optional<NetworkValue> numberWithPrefix(String text) {
        var slash = text.indexOf('/');
        if (slash < 0 || Numbers.parseInteger(text.substring(slash + 1), 10).isEmpty()) {
            return Optional.empty();
        }
        return Numbers.parseInteger(text.substring(0, slash), 10)
                .map(Numbers::big)
                .filter(address -> address.signum() >= 0 && address.bitLength() <= 128)
                .flatMap(address -> withPrefix(address, text.substring(slash)))
                .map(network -> new NetworkValue(network, network.cidr()));
    }

    private static Optional<IpNetwork> withPrefix(BigInteger address, String prefix) {
        if (address.bitLength() > 32) {
            return IpNetwork.parse(AddressText.write(address, 128) + prefix);
        }
        return IpNetwork.parse(AddressText.write(address, 32) + prefix)
                .or(() -> IpNetwork.parse(AddressText.write(address, 128) + prefix));
    }
}
