package jplay.connection.ssh.hostkey;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import jplay.connection.ssh.config.PatternList;

/**
 * One line of a file of known hosts.
 *
 * @param names as written, patterns or a hash
 * @param key as it goes over the wire
 */
record KnownHost(Marker marker, String names, String type, byte[] key, Path file, int line) {
    private static final String HASHED = "|1|";

    enum Marker {
        NONE,
        AUTHORITY,
        REVOKED
    }

    /** Reads a line; nothing when it is a comment or not to be understood. */
    static Optional<KnownHost> parse(String text, Path file, int line) {
        var words = text.strip().split("\\s+", -1);
        var marked = words[0].startsWith("@");
        var first = marked ? 1 : 0;
        if (words.length < first + 3 || words[0].startsWith("#")) {
            return Optional.empty();
        }
        var marker =
                switch (words[0]) {
                    case "@cert-authority" -> Marker.AUTHORITY;
                    case "@revoked" -> Marker.REVOKED;
                    default -> Marker.NONE;
                };
        if (marked && marker == Marker.NONE) {
            return Optional.empty();
        }
        try {
            var key = Base64.getDecoder().decode(words[first + 2]);
            return Optional.of(
                    new KnownHost(marker, words[first], words[first + 1], key, file, line));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    boolean isAbout(String name) {
        return names.startsWith(HASHED)
                ? isHashOf(name)
                : PatternList.matchesHost(List.of(names.split(",")), name);
    }

    private boolean isHashOf(String name) {
        var parts = names.substring(HASHED.length()).split("\\|", -1);
        try {
            var salt = Base64.getDecoder().decode(parts[0]);
            var hash = Base64.getDecoder().decode(parts[1]);
            return MessageDigest.isEqual(hash, hash(salt, name));
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException _) {
            return false;
        }
    }

    /** How a name stands in a file that hides names. */
    static String hashed(byte[] salt, String name) {
        var base64 = Base64.getEncoder();
        return HASHED + base64.encodeToString(salt) + "|" + base64.encodeToString(hash(salt, name));
    }

    private static byte[] hash(byte[] salt, String name) {
        try {
            var mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(salt, "HmacSHA1"));
            return mac.doFinal(name.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    String place() {
        return file + ":" + line;
    }
}
