package jplay.connection;

import java.util.Arrays;

/**
 * Bytes to be found in others. Only about every n-th byte is looked at, n being how many they are,
 * so that output of gigabytes costs next to nothing.
 */
final class Needle {
    private static final int VALUES = 256;

    private final byte[] bytes;

    /** How far to go on when this value stands where the last byte should. */
    private final int[] steps = new int[VALUES];

    Needle(byte[] bytes) {
        this.bytes = bytes.clone();
        Arrays.fill(steps, bytes.length);
        for (var i = 0; i < bytes.length - 1; i++) {
            steps[bytes[i] & 0xff] = bytes.length - 1 - i;
        }
    }

    int length() {
        return bytes.length;
    }

    /** Where they begin in what lies between two places; -1 when they are not there. */
    int in(byte[] text, int from, int to) {
        var last = bytes.length - 1;
        var end = bytes[last];
        for (var at = from; at + last < to; at += steps[text[at + last] & 0xff]) {
            if (text[at + last] == end && Arrays.equals(text, at, at + last, bytes, 0, last)) {
                return at;
            }
        }
        return -1;
    }
}
