package jplay.template.ansible.net;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import jplay.template.python.PythonError;

/** IP addresses as text: read strictly, written as {@code inet_ntop} does. */
final class AddressText {
    private static final Pattern V4 =
            Pattern.compile("(?:(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)(?:\\.(?!\\z)|\\z)){4}");
    private static final Pattern WORD = Pattern.compile("[0-9a-fA-F]{1,4}");
    private static final int WORDS = 8;

    private AddressText() {}

    /** Four decimal numbers, none with a leading zero. */
    static Optional<BigInteger> v4(String text) {
        if (!V4.matcher(text).matches()) {
            return Optional.empty();
        }
        var number = BigInteger.ZERO;
        for (var part : text.split("\\.", -1)) {
            number = number.shiftLeft(8).add(new BigInteger(part));
        }
        return Optional.of(number);
    }

    /** Eight groups of hexadecimal digits, of which one run of zeros may be left out. */
    static Optional<BigInteger> v6(String text) {
        var gap = text.indexOf("::");
        if (gap < 0) {
            return words(text, true)
                    .filter(words -> words.size() == WORDS)
                    .map(AddressText::number);
        }
        if (text.indexOf("::", gap + 1) >= 0) {
            return Optional.empty();
        }
        var head = words(text.substring(0, gap), false);
        var tail = words(text.substring(gap + 2), true);
        if (head.isEmpty() || tail.isEmpty() || head.get().size() + tail.get().size() >= WORDS) {
            return Optional.empty();
        }
        var all = new ArrayList<>(head.get());
        while (all.size() + tail.get().size() < WORDS) {
            all.add(0);
        }
        all.addAll(tail.get());
        return Optional.of(number(all));
    }

    private static Optional<List<Integer>> words(String text, boolean last) {
        var words = new ArrayList<Integer>();
        var parts = text.isEmpty() ? List.<String>of() : List.of(text.split(":", -1));
        for (var i = 0; i < parts.size(); i++) {
            var part = parts.get(i);
            var dotted = last && i == parts.size() - 1 ? v4(part) : Optional.<BigInteger>empty();
            if (dotted.isPresent()) {
                words.add(dotted.get().shiftRight(16).intValue());
                words.add(dotted.get().intValue() & 0xffff);
            } else if (WORD.matcher(part).matches()) {
                words.add(Integer.parseInt(part, 16));
            } else {
                return Optional.empty();
            }
        }
        return Optional.of(words);
    }

    private static BigInteger number(List<Integer> words) {
        var number = BigInteger.ZERO;
        for (var word : words) {
            number = number.shiftLeft(16).add(BigInteger.valueOf(word));
        }
        return number;
    }

    private static int[] parts(BigInteger number, int count, int bits) {
        var mask = (1 << bits) - 1;
        return IntStream.range(0, count)
                .map(i -> number.shiftRight((count - 1 - i) * bits).intValue() & mask)
                .toArray();
    }

    private static String joined(int[] words, int from, int to, String format) {
        return IntStream.range(from, to)
                .mapToObj(i -> format.formatted(words[i]))
                .collect(Collectors.joining(":"));
    }

    /** A number as an address of so many bits. */
    static String write(BigInteger number, int bits) {
        return bits == 32 ? dotted(number) : compressed(number, true);
    }

    /** A number as an address of the version it is large enough for. */
    static String write(BigInteger number) {
        if (number.signum() < 0 || number.bitLength() > 128) {
            throw new PythonError(
                    "AddrFormatError", "failed to detect a valid IP address from " + number);
        }
        return write(number, number.bitLength() > 32 ? 128 : 32);
    }

    private static String dotted(BigInteger number) {
        return IntStream.of(parts(number, 4, 8))
                .mapToObj(Integer::toString)
                .collect(Collectors.joining("."));
    }

    /** All eight groups, each in a format such as {@code %04x}. */
    static String groups(BigInteger number, String format) {
        return joined(parts(number, WORDS, 16), 0, WORDS, format);
    }

    /**
     * Without the longest run of zeros.
     *
     * @param embedding whether an IPv4 address in it is written as one
     */
    static String compressed(BigInteger number, boolean embedding) {
        var words = parts(number, WORDS, 16);
        var start = 0;
        var length = 1;
        for (var i = 0; i < WORDS; i++) {
            var zeros = zeros(words, i);
            if (zeros > length) {
                start = i;
                length = zeros;
            }
        }
        if (length == 1) {
            return joined(words, 0, WORDS, "%x");
        }
        var mapped = length == 5 && words[5] == 0xffff;
        if (embedding && start == 0 && (length == 6 || mapped)) {
            return (mapped ? "::ffff:" : "::") + dotted(number);
        }
        return joined(words, 0, start, "%x") + "::" + joined(words, start + length, WORDS, "%x");
    }

    private static int zeros(int[] words, int from) {
        var end = from;
        while (end < WORDS && words[end] == 0) {
            end++;
        }
        return end - from;
    }
}
