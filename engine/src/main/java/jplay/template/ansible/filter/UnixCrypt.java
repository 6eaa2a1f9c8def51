package jplay.template.ansible.filter;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The algorithms behind {@code $1$}, {@code $5$} and {@code $6$}. */
final class UnixCrypt {
    private UnixCrypt() {}

    private static MessageDigest digest(String algorithm) {
        try {
            return MessageDigest.getInstance(algorithm);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    static String sha256(byte[] secret, String salt, int rounds) {
        var hash = sha("SHA-256", secret, salt, rounds);
        return prefix("$5$", salt, rounds) + PasswordHash.encode(hash, order(32));
    }

    static String sha512(byte[] secret, String salt, int rounds) {
        var hash = sha("SHA-512", secret, salt, rounds);
        return prefix("$6$", salt, rounds) + PasswordHash.encode(hash, order(64));
    }

    private static String prefix(String mark, String salt, int rounds) {
        var shown = PasswordHash.isUsualRounds(rounds) ? "" : "rounds=" + rounds + "$";
        return mark + shown + salt + "$";
    }

    /**
     * Triples of bytes whose first walks round: 0 10 20, 21 1 11, .. for SHA-256, 0 21 42, 22 43 1,
     * .. for SHA-512.
     */
    private static int[][] order(int size) {
        var triples = size / 3;
        var order = new int[triples + 1][];
        int[] next = size == 32 ? new int[] {0, 10, 20} : new int[] {0, 21, 42};
        for (var i = 0; i < triples; i++) {
            order[i] = next;
            next =
                    size == 32
                            ? new int[] {next[2] + 1, next[0] + 1, next[1] + 1}
                            : new int[] {next[1] + 1, next[2] + 1, next[0] + 1};
        }
        order[triples] = size == 32 ? new int[] {31, 30} : new int[] {63};
        return order;
    }

    private static byte[] sha(String algorithm, byte[] secret, String saltText, int rounds) {
        var salt = saltText.getBytes(StandardCharsets.UTF_8);
        var digest = digest(algorithm);
        var alternate = hash(digest, secret, salt, secret);
        digest.update(secret);
        digest.update(salt);
        fill(digest, alternate, secret.length);
        for (var length = secret.length; length > 0; length >>= 1) {
            digest.update((length & 1) != 0 ? alternate : secret);
        }
        var result = digest.digest();
        for (var i = 0; i < secret.length; i++) {
            digest.update(secret);
        }
        var secretBytes = stretched(digest.digest(), secret.length);
        for (var i = 0; i < 16 + Byte.toUnsignedInt(result[0]); i++) {
            digest.update(salt);
        }
        var saltBytes = stretched(digest.digest(), salt.length);
        for (var round = 0; round < rounds; round++) {
            result = round(digest, round, result, new byte[][] {secretBytes, saltBytes});
        }
        return result;
    }

    private static byte[] round(MessageDigest digest, int round, byte[] result, byte[][] keys) {
        var odd = (round & 1) != 0;
        digest.update(odd ? keys[0] : result);
        if (round % 3 != 0) {
            digest.update(keys[1]);
        }
        if (round % 7 != 0) {
            digest.update(keys[0]);
        }
        digest.update(odd ? result : keys[0]);
        return digest.digest();
    }

    private static byte[] hash(MessageDigest digest, byte[]... parts) {
        for (var part : parts) {
            digest.update(part);
        }
        return digest.digest();
    }

    private static void fill(MessageDigest digest, byte[] bytes, int length) {
        for (var left = length; left > 0; left -= bytes.length) {
            digest.update(bytes, 0, Math.min(left, bytes.length));
        }
    }

    private static byte[] stretched(byte[] bytes, int length) {
        var stretched = new byte[length];
        for (var i = 0; i < length; i++) {
            stretched[i] = bytes[i % bytes.length];
        }
        return stretched;
    }

    static String md5(byte[] secret, String saltText) {
        var salt = saltText.getBytes(StandardCharsets.UTF_8);
        var digest = digest("MD5");
        var alternate = hash(digest, secret, salt, secret);
        digest.update(secret);
        digest.update("$1$".getBytes(StandardCharsets.UTF_8));
        digest.update(salt);
        fill(digest, alternate, secret.length);
        for (var length = secret.length; length > 0; length >>= 1) {
            digest.update((length & 1) != 0 ? (byte) 0 : secret[0]);
        }
        var result = digest.digest();
        for (var round = 0; round < 1000; round++) {
            result = round(digest, round, result, new byte[][] {secret, salt});
        }
        var order = new int[][] {{0, 6, 12}, {1, 7, 13}, {2, 8, 14}, {3, 9, 15}, {4, 10, 5}, {11}};
        return "$1$" + saltText + "$" + PasswordHash.encode(result, order);
    }
}
