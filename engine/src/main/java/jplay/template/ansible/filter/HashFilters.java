package jplay.template.ansible.filter;

import static jplay.template.filter.Filter.filter;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import jplay.template.filter.Filter;
import jplay.template.filter.FilterCall;
import jplay.template.python.Bytes;
import jplay.template.python.PythonError;
import jplay.template.python.Text;
import jplay.template.python.Types;
import org.bouncycastle.crypto.Digest;
import org.bouncycastle.crypto.digests.Blake2bDigest;
import org.bouncycastle.crypto.digests.Blake2sDigest;
import org.bouncycastle.crypto.digests.RIPEMD160Digest;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.bouncycastle.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Ansible's filters that compute checksums. */
final class HashFilters {
    static final List<Filter> TABLE =
            List.of(
                    filter("checksum(data)", call -> hash("sha1", call.value())),
                    filter("hash(data, hashtype='sha1')", HashFilters::hash),
                    filter("md5(data)", call -> hash("md5", call.value())),
                    filter(
                            "password_hash(password, hashtype='sha512', salt=none, salt_size=none, rounds=none,"
                                    + " ident=none)",
                            PasswordHash::apply),
                    filter("sha1(data)", call -> hash("sha1", call.value())));

    private HashFilters() {}

    private static String hash(FilterCall call) {
        return hash(Types.text(call.get("hashtype"), "name"), call.value());
    }

    private static String hash(String type, @Nullable Object value) {
        var bytes =
                value instanceof Bytes given
                        ? given.content()
                        : Text.of(value).getBytes(StandardCharsets.UTF_8);
        return digest(type)
                .map(digest -> HexFormat.of().formatHex(digest.apply(bytes)))
                .orElseThrow(() -> PythonError.value("unsupported hash type " + type));
    }

    private static Optional<UnaryOperator<byte[]>> digest(String type) {
        return switch (type.toLowerCase(Locale.ROOT).replace("-", "").replace("_", "")) {
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
