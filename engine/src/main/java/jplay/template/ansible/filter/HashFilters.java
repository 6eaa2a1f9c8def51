package jplay.template.ansible.filter;

import static jplay.template.filter.Filter.filter;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import jplay.template.filter.Filter;
import jplay.template.filter.FilterCall;
import jplay.template.python.Bytes;
import jplay.template.python.PythonError;
import jplay.template.python.Text;
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
                                    + " encrypt='', ident=none)",
                            PasswordHash::apply),
                    filter("sha1(data)", call -> hash("sha1", call.value())));

    private HashFilters() {}

    private static String hash(FilterCall call) {
        return hash(call.text("hashtype"), call.value());
    }

    private static String hash(String type, @Nullable Object value) {
        var bytes =
                value instanceof Bytes given
                        ? given.content()
                        : Text.of(value).getBytes(StandardCharsets.UTF_8);
        return digest(type)
                .map(digest -> HexFormat.of().formatHex(digest.digest(bytes)))
                .orElseThrow(() -> PythonError.value("unsupported hash type " + type));
    }

    private static Optional<MessageDigest> digest(String type) {
        var name =
                switch (type.toLowerCase(Locale.ROOT)) {
                    case "md5" -> "MD5";
                    case "sha1" -> "SHA-1";
                    case "sha224" -> "SHA-224";
                    case "sha256" -> "SHA-256";
                    case "sha384" -> "SHA-384";
                    case "sha512" -> "SHA-512";
                    case "sha3_224", "sha3_256", "sha3_384", "sha3_512" ->
                            type.toUpperCase(Locale.ROOT).replace('_', '-');
                    default -> type;
                };
        try {
            return Optional.of(MessageDigest.getInstance(name));
        } catch (NoSuchAlgorithmException e) {
            return Optional.empty();
        }
    }
}
