package jplay.template.ansible;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.bouncycastle.crypto.Digest;
import org.bouncycastle.crypto.digests.Blake2bDigest;
import org.bouncycastle.crypto.digests.Blake2sDigest;
import org.bouncycastle.crypto.digests.RIPEMD160Digest;
import org.bouncycastle.crypto.digests.SHAKEDigest;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.bouncycastle.util.Arrays;

/** Digests under the names of Python's {@code hashlib}. */
public final class Digests {
    private Digests() {}

    /** What digests bytes; empty when there is no such digest of a fixed length. */
    public static Optional<UnaryOperator<byte[]>> of(String name) {
        return switch (name.toLowerCase(Locale.ROOT).replace("-", "").replace("_", "")) {
            case "md5" -> known("MD5");
            case "sha1" -> known("SHA-1");
            case "sha224" -> known("SHA-224");
            case "sha256" -> known("SHA-256");
            case "sha384" -> known("SHA-384");
            case "sha512" -> known("SHA-512");
            case "sha512224" -> known("SHA-512/224");
            case "sha512256" -> known("SHA-512/256");
            case "sha3224" -> known("SHA3-224");
            case "sha3256" -> known("SHA3-256");
            case "sha3384" -> known("SHA3-384");
            case "sha3512" -> known("SHA3-512");
            case "blake2b", "blake2b512" -> rarer(new Blake2bDigest());
            case "blake2s", "blake2s256" -> rarer(new Blake2sDigest());
            case "ripemd160" -> rarer(new RIPEMD160Digest());
            case "sm3" -> rarer(new SM3Digest());
            case "md5sha1" ->
                    Optional.of(bytes ->
                            Arrays.concatenate(digested("MD5", bytes), digested("SHA-1", bytes)));
            default -> Optional.empty();
        };
    }

    /**
     * A digest whose length is chosen.
     *
     * @param strength 128 or 256
     */
    public static byte[] shake(int strength, byte[] bytes, int length) {
        var digest = new SHAKEDigest(strength);
        var result = new byte[length];
        digest.update(bytes, 0, bytes.length);
        digest.doFinal(result, 0, length);
        return result;
    }

    private static Optional<UnaryOperator<byte[]>> known(String name) {
        return Optional.of(bytes -> digested(name, bytes));
    }

    private static byte[] digested(String name, byte[] bytes) {
        try {
            return MessageDigest.getInstance(name).digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Optional<UnaryOperator<byte[]>> rarer(Digest digest) {
        return Optional.of(bytes -> {
            var result = new byte[digest.getDigestSize()];
            digest.update(bytes, 0, bytes.length);
            digest.doFinal(result, 0);
            return result;
        });
    }
}
