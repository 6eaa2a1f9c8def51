package jplay.template.ansible.filter;

import java.util.Arrays;
import java.util.Set;
import jplay.template.python.PythonError;
import org.bouncycastle.crypto.generators.BCrypt;

/**
 * bcrypt, as {@code $2b$} and its like.
 *
 * @param cost the logarithm of the number of rounds
 */
record BlowfishHash(String ident, int cost) {
    private static final String ALPHABET =
            "./ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    private static final Set<String> IDENTS = Set.of("2", "2a", "2b", "2y");
    private static final int SALT = 16;
    private static final int HASH = 23;
    private static final int LONGEST = 72;

    BlowfishHash {
        if (!IDENTS.contains(ident)) {
            throw PythonError.value("Could not hash the secret: invalid ident: '" + ident + "'");
        }
    }

    /** The hash of a password, of which only the first 72 bytes count. */
    String of(byte[] secret, String saltText) {
        var salt = decoded(saltText);
        var hash = BCrypt.generate(key(secret), salt, cost, false);
        return "$%s$%02d$%s%s"
                .formatted(ident, cost, encoded(salt), encoded(Arrays.copyOf(hash, HASH)));
    }

    /**
     * All but the oldest form count the zero byte at the end of the password; that one repeats it.
     */
    private byte[] key(byte[] secret) {
        if (!ident.equals("2")) {
            return Arrays.copyOf(secret, Math.min(LONGEST, secret.length + 1));
        }
        var repeated = new byte[secret.length == 0 ? 0 : LONGEST];
        for (var i = 0; i < repeated.length; i++) {
            repeated[i] = secret[i % secret.length];
        }
        return repeated;
    }

    private static byte[] decoded(String text) {
        var bytes = new byte[SALT];
        var bits = 0;
        var count = 0;
        var at = 0;
        for (var i = 0; i < text.length() && at < SALT; i++) {
            bits = (bits << 6) | ALPHABET.indexOf(text.charAt(i));
            count += 6;
            if (count >= 8) {
                count -= 8;
                bytes[at++] = (byte) (bits >> count);
            }
        }
        return bytes;
    }

    private static String encoded(byte[] bytes) {
        var text = new StringBuilder();
        var bits = 0;
        var count = 0;
        for (var each : bytes) {
            bits = (bits << 8) | Byte.toUnsignedInt(each);
            count += 8;
            while (count >= 6) {
                count -= 6;
                text.append(ALPHABET.charAt((bits >> count) & 63));
            }
        }
        return count == 0
                ? text.toString()
                : text.append(ALPHABET.charAt((bits << (6 - count)) & 63)).toString();
    }
}
