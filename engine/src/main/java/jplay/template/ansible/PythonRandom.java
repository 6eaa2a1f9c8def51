package jplay.template.ansible;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import jplay.template.python.Floats;
import jplay.template.python.Numbers;
import jplay.template.python.Text;
import jplay.template.python.Types;
import org.jspecify.annotations.Nullable;

/** Random numbers as Python's {@code random.Random} gives them for a seed: a Mersenne Twister. */
public final class PythonRandom {
    private static final int SIZE = 624;
    private static final int SHIFT = 397;

    private final int[] state = new int[SIZE];
    private int next = SIZE;

    private PythonRandom(BigInteger seed) {
        seed(words(seed.abs()));
    }

    /** The numbers of a seed; unforeseeable ones for None. */
    public static PythonRandom of(@Nullable Object seed) {
        if (seed == null) {
            return new PythonRandom(BigInteger.valueOf(ThreadLocalRandom.current().nextLong()));
        }
        if (Types.isIntegral(seed)) {
            return new PythonRandom(Numbers.big(seed));
        }
        if (Types.isFloat(seed)) {
            return new PythonRandom(Numbers.big(Floats.hash(Numbers.real(seed))));
        }
        var text = Text.of(seed).getBytes(StandardCharsets.UTF_8);
        var hash = sha512(text);
        var joined = java.util.Arrays.copyOf(text, text.length + hash.length);
        System.arraycopy(hash, 0, joined, text.length, hash.length);
        return new PythonRandom(new BigInteger(1, joined));
    }

    private static byte[] sha512(byte[] text) {
        try {
            return MessageDigest.getInstance("SHA-512").digest(text);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static int[] words(BigInteger seed) {
        var words = new int[Math.max(1, (seed.bitLength() + 31) / 32)];
        for (var i = 0; i < words.length; i++) {
            words[i] = seed.shiftRight(32 * i).intValue();
        }
        return words;
    }

    private void seed(int[] key) {
        state[0] = 19650218;
        for (var i = 1; i < SIZE; i++) {
            state[i] = 1812433253 * mixed(i - 1) + i;
        }
        var i = 1;
        var j = 0;
        for (var left = Math.max(SIZE, key.length); left > 0; left--) {
            state[i] = (state[i] ^ mixed(i - 1) * 1664525) + key[j] + j;
            i = advance(i);
            j = (j + 1) % key.length;
        }
        for (var left = SIZE - 1; left > 0; left--) {
            state[i] = (state[i] ^ mixed(i - 1) * 1566083941) - i;
            i = advance(i);
        }
        state[0] = 0x80000000;
    }

    private int mixed(int i) {
        return state[i] ^ state[i] >>> 30;
    }

    private int advance(int i) {
        if (i + 1 < SIZE) {
            return i + 1;
        }
        state[0] = state[SIZE - 1];
        return 1;
    }

    private int word() {
        if (next == SIZE) {
            twist();
        }
        var y = state[next++];
        y ^= y >>> 11;
        y ^= y << 7 & 0x9d2c5680;
        y ^= y << 15 & 0xefc60000;
        return y ^ y >>> 18;
    }

    private void twist() {
        for (var i = 0; i < SIZE; i++) {
            var y = (state[i] & 0x80000000) | (state[(i + 1) % SIZE] & 0x7fffffff);
            state[i] = state[(i + SHIFT) % SIZE] ^ y >>> 1 ^ ((y & 1) == 0 ? 0 : 0x9908b0df);
        }
        next = 0;
    }

    /** A number from 0 on and below a bound. */
    public int below(int bound) {
        var bits = 32 - Integer.numberOfLeadingZeros(bound);
        var number = word() >>> (32 - bits);
        while (number >= bound) {
            number = word() >>> (32 - bits);
        }
        return number;
    }

    /** The same for bounds of more than 32 bits. */
    public long below(long bound) {
        var bits = 64 - Long.numberOfLeadingZeros(bound);
        var number = bits(bits);
        while (number >= bound) {
            number = bits(bits);
        }
        return number;
    }

    private long bits(int count) {
        var low = Integer.toUnsignedLong(word());
        return count <= 32
                ? low >>> (32 - count)
                : low | Integer.toUnsignedLong(word()) >>> (64 - count) << 32;
    }

    /** Puts a list in another order. */
    public void shuffle(List<@Nullable Object> list) {
        for (var i = list.size() - 1; i > 0; i--) {
            java.util.Collections.swap(list, i, below(i + 1));
        }
    }
}
