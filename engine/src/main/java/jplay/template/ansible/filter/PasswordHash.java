package jplay.template.ansible.filter;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.stream.Collectors;
import jplay.template.filter.FilterCall;
import jplay.template.python.Bytes;
import jplay.template.python.Numbers;
import jplay.template.python.PythonError;
import jplay.template.python.Text;
import jplay.template.python.Types;
import org.apache.commons.codec.digest.Md5Crypt;
import org.apache.commons.codec.digest.Sha2Crypt;

/** {@code password_hash}: passwords as {@code /etc/shadow} keeps them. */
final class PasswordHash {
    private static final String ALPHABET =
            "./0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    /** What crypt takes when nothing is said. */
    private static final int USUAL_ROUNDS = 5000;

    private final FilterCall call;
    private final Scheme scheme;

    /** A way to hash, with the bounds of its salt and of its rounds. */
    private enum Scheme {
        MD5("md5_crypt", 0, 8, new int[0]),
        BCRYPT("bcrypt", 22, 22, new int[] {4, 12, 31}),
        SHA256("sha256_crypt", 0, 16, new int[] {1000, 535_000, 999_999_999}),
        SHA512("sha512_crypt", 0, 16, new int[] {1000, 656_000, 999_999_999});

        private final String title;
        private final int leastSalt;
        private final int mostSalt;
        private final int[] rounds;

        Scheme(String title, int leastSalt, int mostSalt, int[] rounds) {
            this.title = title;
            this.leastSalt = leastSalt;
            this.mostSalt = mostSalt;
            this.rounds = rounds;
        }

        static Scheme of(String name) {
            return switch (name) {
                case "md5", "md5_crypt" -> MD5;
                case "blowfish", "bcrypt" -> BCRYPT;
                case "sha256", "sha256_crypt" -> SHA256;
                case "sha512", "sha512_crypt" -> SHA512;
                default ->
                        throw PythonError.value(
                                name
                                        + " is not in the list of supported algorithms:"
                                        + " md5, blowfish, sha256, sha512");
            };
        }
    }

    private PasswordHash(FilterCall call) {
        this.call = call;
        this.scheme = Scheme.of(call.text("hashtype"));
    }

    static String apply(FilterCall call) {
        return new PasswordHash(call).hash();
    }

    private String hash() {
        var secret = secret();
        var salt = salt();
        return switch (scheme) {
            case MD5 -> {
                refuseRounds();
                yield Md5Crypt.md5Crypt(secret, "$1$" + salt);
            }
            case BCRYPT ->
                    new BlowfishHash(call.has("ident") ? call.text("ident") : "2b", rounds())
                            .of(secret, salt);
            case SHA256 -> Sha2Crypt.sha256Crypt(secret, "$5$" + shownRounds() + salt);
            case SHA512 -> Sha2Crypt.sha512Crypt(secret, "$6$" + shownRounds() + salt);
        };
    }

    private byte[] secret() {
        return switch (call.value()) {
            case Bytes bytes -> bytes.content().clone();
            case CharSequence text -> text.toString().getBytes(StandardCharsets.UTF_8);
            case null -> throw PythonError.type("secret must be unicode or bytes, not None");
            default ->
                    throw PythonError.type(
                            "secret must be unicode or bytes, not " + Types.name(call.value()));
        };
    }

    private static PythonError refused(String why) {
        return PythonError.value("Could not hash the secret: " + why);
    }

    private String salt() {
        if (!call.has("salt") || call.text("salt").isEmpty()) {
            return random(saltSize());
        }
        var salt = call.text("salt");
        var wanted =
                scheme.leastSalt == scheme.mostSalt
                        ? "exactly " + scheme.mostSalt
                        : "<= " + scheme.mostSalt;
        if (salt.length() > scheme.mostSalt || salt.length() < scheme.leastSalt) {
            var size = salt.length() > scheme.mostSalt ? "large" : "small";
            throw refused(
                    "salt too " + size + " (" + scheme.title + " requires " + wanted + " chars)");
        }
        if (salt.chars().anyMatch(c -> ALPHABET.indexOf(c) < 0)) {
            throw refused("invalid characters in " + scheme.title + " salt");
        }
        return salt;
    }

    private int saltSize() {
        var size = call.has("salt_size") ? call.integer("salt_size") : 0;
        if (size != 0 && (size > scheme.mostSalt || size < scheme.leastSalt)) {
            var bound =
                    scheme.leastSalt == scheme.mostSalt
                            ? "must be exactly " + scheme.mostSalt
                            : "above max_salt_size (" + scheme.mostSalt + ")";
            throw refused(scheme.title + ": salt_size (" + size + ") " + bound);
        }
        return size == 0 ? scheme.mostSalt : size;
    }

    private static String random(int size) {
        return new SecureRandom()
                .ints(size, 0, ALPHABET.length())
                .mapToObj(i -> ALPHABET.substring(i, i + 1))
                .collect(Collectors.joining());
    }

    private void refuseRounds() {
        if (call.has("rounds")) {
            throw PythonError.type(scheme.title + " takes no rounds");
        }
    }

    private int rounds() {
        if (!call.has("rounds")) {
            return scheme.rounds[1];
        }
        var given = call.get("rounds");
        if (Types.isFloat(given)) {
            throw PythonError.type("min_desired_rounds must be integer, not float");
        }
        var rounds =
                given instanceof CharSequence text
                        ? Numbers.parseInteger(text.toString(), 10)
                                .map(Numbers::index)
                                .orElseThrow(() ->
                                        PythonError.value(
                                                "invalid literal for rounds: " + Text.repr(given)))
                        : Numbers.index(given);
        if (rounds < scheme.rounds[0] || rounds > scheme.rounds[2]) {
            throw refused(
                    "%s: rounds (%d) must be between %d and %d"
                            .formatted(scheme.title, rounds, scheme.rounds[0], scheme.rounds[2]));
        }
        return rounds;
    }

    /** The usual number is not written. */
    private String shownRounds() {
        return rounds() == USUAL_ROUNDS ? "" : "rounds=" + rounds() + "$";
    }
}
