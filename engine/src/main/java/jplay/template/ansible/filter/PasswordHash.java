package jplay.template.ansible.filter;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.stream.Collectors;
import jplay.template.filter.FilterCall;
import jplay.template.python.Bytes;
import jplay.template.python.PythonError;
import jplay.template.python.Text;
import jplay.template.python.Types;

/** {@code password_hash}: passwords as {@code /etc/shadow} keeps them. */
final class PasswordHash {
    private static final String ALPHABET =
            "./0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final int UNIX_ROUNDS = 5000;

    private PasswordHash() {}

    static String apply(FilterCall call) {
        if (call.value() == null || Types.isNumber(call.value())) {
            throw PythonError.type("secret must be unicode or bytes, not " + Text.of(call.value()));
        }
        var secret =
                call.value() instanceof Bytes bytes
                        ? bytes.content()
                        : call.text().getBytes(StandardCharsets.UTF_8);
        return switch (call.text("hashtype").replace("_crypt", "")) {
            case "md5" -> UnixCrypt.md5(secret, salt(call, 8));
            case "sha256" -> UnixCrypt.sha256(secret, salt(call, 16), rounds(call, 535_000));
            case "sha512" -> UnixCrypt.sha512(secret, salt(call, 16), rounds(call, 656_000));
            default ->
                    throw PythonError.value(
                            call.text("hashtype")
                                    + " is not in the list of supported algorithms: md5, sha256, sha512");
        };
    }

    private static String salt(FilterCall call, int most) {
        if (!call.has("salt")) {
            return new SecureRandom()
                    .ints(call.has("salt_size") ? call.integer("salt_size") : most, 0, 64)
                    .mapToObj(i -> ALPHABET.substring(i, i + 1))
                    .collect(Collectors.joining());
        }
        var salt = call.text("salt");
        if (salt.chars().anyMatch(c -> ALPHABET.indexOf(c) < 0)) {
            throw PythonError.value("Could not hash the secret: invalid characters in salt");
        }
        if (salt.length() > most) {
            throw PythonError.value(
                    "Could not hash the secret: salt too large (requires <= " + most + " chars)");
        }
        return salt;
    }

    private static int rounds(FilterCall call, int usual) {
        var rounds = call.has("rounds") ? call.integer("rounds") : usual;
        if (rounds < 1000 || rounds > 999_999_999) {
            throw PythonError.value(
                    "Could not hash the secret: rounds ("
                            + rounds
                            + ") must be between 1000 and 999999999");
        }
        return rounds;
    }

    /** Bytes in the alphabet of crypt, in an order of their own. */
    static String encode(byte[] bytes, int[][] order) {
        var out = new StringBuilder();
        for (var group : order) {
            var word = 0;
            for (var index : group) {
                word = word << 8 | Byte.toUnsignedInt(bytes[index]);
            }
            var characters = group.length == 3 ? 4 : group.length + 1;
            for (var i = 0; i < characters; i++) {
                out.append(ALPHABET.charAt(word & 63));
                word >>>= 6;
            }
        }
        return out.toString();
    }

    static boolean isUsualRounds(int rounds) {
        return rounds == UNIX_ROUNDS;
    }
}
