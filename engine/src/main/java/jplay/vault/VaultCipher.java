package jplay.vault;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * AES-256 in counter mode with a check by HMAC-SHA256; the keys are made of a password and a salt.
 */
final class VaultCipher {
    private static final int ROUNDS = 10_000;
    private static final int KEY = 32;
    private static final int BLOCK = 16;

    private final byte[] keys;

    VaultCipher(String password, byte[] salt) {
        this.keys = keys(password, salt);
    }

    private static byte[] keys(String password, byte[] salt) {
        var spec = new PBEKeySpec(password.toCharArray(), salt, ROUNDS, (2 * KEY + BLOCK) * 8);
        try {
            return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                    .generateSecret(spec)
                    .getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        } finally {
            spec.clearPassword();
        }
    }

    Envelope.Sealed encrypt(byte[] content, byte[] salt) {
        var padding = BLOCK - content.length % BLOCK;
        var padded = Arrays.copyOf(content, content.length + padding);
        Arrays.fill(padded, content.length, padded.length, (byte) padding);
        var encrypted = crypt(Cipher.ENCRYPT_MODE, padded);
        return new Envelope.Sealed(salt, code(encrypted), encrypted);
    }

    /** The content; empty when the password is not the right one or the text was changed. */
    Optional<byte[]> decrypt(Envelope.Sealed sealed) {
        if (!MessageDigest.isEqual(code(sealed.content()), sealed.code())) {
            return Optional.empty();
        }
        var padded = crypt(Cipher.DECRYPT_MODE, sealed.content());
        var padding = padded.length == 0 ? 0 : padded[padded.length - 1];
        return padding < 1 || padding > Math.min(BLOCK, padded.length)
                ? Optional.empty()
                : Optional.of(Arrays.copyOf(padded, padded.length - padding));
    }

    private byte[] code(byte[] encrypted) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(keys, KEY, KEY, "HmacSHA256"));
            return mac.doFinal(encrypted);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private byte[] crypt(int mode, byte[] bytes) {
        try {
            var cipher = Cipher.getInstance("AES/CTR/NoPadding");
            cipher.init(
                    mode,
                    new SecretKeySpec(keys, 0, KEY, "AES"),
                    new IvParameterSpec(keys, 2 * KEY, BLOCK));
            return cipher.doFinal(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
