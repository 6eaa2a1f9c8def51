package jplay.template.ansible.net;

import java.math.BigInteger;
import java.util.Optional;
import jplay.template.python.Numbers;

/**
 * An address with the network it lies in.
 *
 * @param bits 32 or 128
 * @param prefix how many bits are the network's
 * @param explicit whether the prefix was written
 */
record IpNetwork(BigInteger address, int bits, int prefix, boolean explicit) {
    /** Reads {@code address} or {@code address/prefix}, where a mask may stand for the prefix. */
    static Optional<IpNetwork> parse(String text) {
        var slash = text.indexOf('/');
        var host = slash < 0 ? text : text.substring(0, slash);
        var bits = host.contains(":") ? 128 : 32;
        return number(host, bits)
                .flatMap(address -> {
                    if (slash < 0) {
                        return Optional.of(single(address, bits));
                    }
                    return prefix(text.substring(slash + 1), bits)
                            .map(prefix -> new IpNetwork(address, bits, prefix, true));
                });
    }

    /** A lone address. */
    static IpNetwork single(BigInteger address, int bits) {
        return new IpNetwork(address, bits, bits, false);
    }

    private static Optional<BigInteger> number(String text, int bits) {
        return bits == 32 ? AddressText.v4(text) : AddressText.v6(text);
    }

    private static Optional<Integer> prefix(String text, int bits) {
        var count = Numbers.parseInteger(text, 10);
        if (count.isPresent()) {
            return count.map(Numbers::big)
                    .filter(number ->
                            number.signum() >= 0 && number.compareTo(BigInteger.valueOf(bits)) <= 0)
                    .map(BigInteger::intValue);
        }
        return number(text, bits).flatMap(mask -> prefix(mask, bits));
    }

    /** The prefix that a netmask or a hostmask stands for. */
    static Optional<Integer> prefix(BigInteger mask, int bits) {
        var hosts = mask.xor(ones(bits));
        if (hosts.equals(ones(hosts.bitLength()))) {
            return Optional.of(bits - hosts.bitLength());
        }
        return mask.equals(ones(mask.bitLength()))
                ? Optional.of(bits - mask.bitLength())
                : Optional.empty();
    }

    private static BigInteger ones(int bits) {
        return BigInteger.ONE.shiftLeft(bits).subtract(BigInteger.ONE);
    }

    private static BigInteger mask(int bits, int prefix) {
        return ones(prefix).shiftLeft(bits - prefix);
    }

    /** The network of another size around the address. */
    IpNetwork around(int size) {
        return new IpNetwork(address.and(mask(bits, size)), bits, size, true);
    }

    BigInteger network() {
        return address.and(mask(bits, prefix));
    }

    BigInteger last() {
        return network().add(size()).subtract(BigInteger.ONE);
    }

    BigInteger size() {
        return BigInteger.ONE.shiftLeft(bits - prefix);
    }

    boolean isSingle() {
        return prefix == bits;
    }

    /** Whether there are addresses beside the first and the last one. */
    boolean hasEnds() {
        return prefix < bits - 1;
    }

    boolean isNetworkAddress() {
        return address.equals(network());
    }

    String netmask() {
        return text(mask(bits, prefix));
    }

    String hostmask() {
        return text(ones(bits - prefix));
    }

    /** Whether another network of the same version lies in this one. */
    boolean contains(IpNetwork other) {
        return bits == other.bits && holds(other);
    }

    private boolean holds(IpNetwork other) {
        return network().compareTo(other.network()) <= 0 && last().compareTo(other.last()) >= 0;
    }

    /** The last address as Ansible sees it: of a network of two it is the first. */
    BigInteger end() {
        return hasEnds() ? last() : network();
    }

    /** Whether another network lies in this one by its numbers alone. */
    boolean reaches(IpNetwork other) {
        return network().compareTo(other.network()) <= 0 && end().compareTo(other.end()) >= 0;
    }

    /** The address without its network. */
    IpNetwork host() {
        return single(address, bits);
    }

    String ip() {
        return text(address);
    }

    /** A number as an address of this version. */
    String text(BigInteger number) {
        return AddressText.write(number, bits);
    }

    /** {@code network/prefix}. */
    String subnet() {
        return text(network()) + "/" + prefix;
    }

    /** {@code address/prefix}. */
    String cidr() {
        return ip() + "/" + prefix;
    }

    /** As it was written. */
    @Override
    public String toString() {
        return explicit ? cidr() : ip();
    }
}
