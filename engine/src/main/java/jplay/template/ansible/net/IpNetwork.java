package jplay.template.ansible.net;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An address with the network it lies in.
 *
 * @param bits 32 or 128
 * @param prefix how many bits are the network's
 * @param explicit whether the prefix was written
 */
record IpNetwork(BigInteger address, int bits, int prefix, boolean explicit) {
    private static final Pattern V4 =
            Pattern.compile("(?:(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)(?:\\.(?!$)|$)){4}");
    private static final Pattern V6 = Pattern.compile("(?=.*:)[0-9a-fA-F:.]+");

    /** Reads {@code address} or {@code address/prefix}, where a mask may stand for the prefix. */
    static Optional<IpNetwork> parse(String text) {
        var slash = text.indexOf('/');
        var host = slash < 0 ? text : text.substring(0, slash);
        return number(host)
                .flatMap(address -> {
                    var bits = host.contains(":") ? 128 : 32;
                    if (slash < 0) {
                        return Optional.of(new IpNetwork(address, bits, bits, false));
                    }
                    return prefix(text.substring(slash + 1), bits)
                            .map(prefix -> new IpNetwork(address, bits, prefix, true));
                });
    }

    /** The address of a number. */
    static Optional<IpNetwork> of(BigInteger number) {
        if (number.signum() < 0 || number.bitLength() > 128) {
            return Optional.empty();
        }
        var bits = number.bitLength() > 32 ? 128 : 32;
        return Optional.of(new IpNetwork(number, bits, bits, false));
    }

    private static Optional<BigInteger> number(String host) {
        if (!V4.matcher(host).matches() && !V6.matcher(host).matches()) {
            return Optional.empty();
        }
        try {
            var bytes = InetAddress.getByName(host).getAddress();
            var mapped = host.contains(":") && bytes.length == 4;
            var number = new BigInteger(1, bytes);
            return Optional.of(
                    mapped ? number.add(BigInteger.valueOf(0xffff).shiftLeft(32)) : number);
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }

    private static Optional<Integer> prefix(String text, int bits) {
        if (text.matches("\\d{1,3}")) {
            var prefix = Integer.parseInt(text);
            return prefix <= bits ? Optional.of(prefix) : Optional.empty();
        }
        if (bits == 128 || !V4.matcher(text).matches()) {
            return Optional.empty();
        }
        return number(text)
                .map(mask -> bits - mask.not().and(ones(bits)).bitLength())
                .filter(prefix -> number(text).orElseThrow().equals(mask(bits, prefix)));
    }

    private static BigInteger ones(int bits) {
        return BigInteger.ONE.shiftLeft(bits).subtract(BigInteger.ONE);
    }

    private static BigInteger mask(int bits, int prefix) {
        return ones(prefix).shiftLeft(bits - prefix);
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

    /**
     * Whether the last address is for all: in networks of the old kind with more than two
     * addresses.
     */
    boolean hasBroadcast() {
        return bits == 32 && prefix < 31;
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

    /** Whether another network lies in this one. */
    boolean contains(IpNetwork other) {
        return bits == other.bits
                && network().compareTo(other.network()) <= 0
                && last().compareTo(other.last()) >= 0;
    }

    /** Whether the address lies in a network written as text. */
    boolean isIn(String network) {
        return parse(network).filter(around -> around.contains(single())).isPresent();
    }

    private IpNetwork single() {
        return new IpNetwork(address, bits, bits, false);
    }

    String ip() {
        return text(address);
    }

    /** A number as an address of this version. */
    String text(BigInteger number) {
        var bytes = number.toByteArray();
        var size = bits / 8;
        var padded = new byte[size];
        for (var i = 1; i <= Math.min(size, bytes.length); i++) {
            padded[size - i] = bytes[bytes.length - i];
        }
        return bits == 32 ? dotted(padded) : coloned(padded);
    }

    private static String dotted(byte[] bytes) {
        var parts = new String[bytes.length];
        Arrays.setAll(parts, i -> Integer.toString(Byte.toUnsignedInt(bytes[i])));
        return String.join(".", parts);
    }

    private static String coloned(byte[] bytes) {
        var groups = new String[8];
        Arrays.setAll(
                groups,
                i ->
                        Integer.toHexString(
                                Byte.toUnsignedInt(bytes[2 * i]) << 8
                                        | Byte.toUnsignedInt(bytes[2 * i + 1])));
        var full = String.join(":", groups);
        if (full.startsWith("0:0:0:0:0:ffff:")) {
            return "::ffff:" + dotted(Arrays.copyOfRange(bytes, 12, 16));
        }
        for (var zeros = 8; zeros > 1; zeros--) {
            var run = "0:".repeat(zeros - 1) + "0";
            var at = Pattern.compile("(?<![0-9a-f])" + run + "(?![0-9a-f])").matcher(full);
            if (at.find()) {
                return full.substring(0, Math.max(0, at.start() - 1))
                        + "::"
                        + full.substring(Math.min(full.length(), at.end() + 1));
            }
        }
        return full;
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
