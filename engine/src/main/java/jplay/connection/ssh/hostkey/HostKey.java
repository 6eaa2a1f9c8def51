package jplay.connection.ssh.hostkey;

import com.hierynomus.sshj.userauth.certificate.Certificate;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.util.Base64;
import java.util.Optional;
import net.schmizz.sshj.common.Buffer;
import net.schmizz.sshj.common.KeyType;

/**
 * The key that a host showed.
 *
 * @param type such as {@code ssh-ed25519}
 * @param blob as it goes over the wire, without a certificate around it
 * @param authority the key that signed the host's certificate, when it showed one
 */
record HostKey(String type, byte[] blob, Optional<byte[]> authority) {
    static HostKey of(PublicKey shown) {
        if (shown instanceof Certificate<?> certificate) {
            return plain(certificate.getKey(), Optional.of(certificate.getSignatureKey()));
        }
        return plain(shown, Optional.empty());
    }

    private static HostKey plain(PublicKey key, Optional<byte[]> authority) {
        var blob = new Buffer.PlainBuffer().putPublicKey(key).getCompactData();
        return new HostKey(KeyType.fromKey(key).toString(), blob, authority);
    }

    /** As users know it: ED25519, RSA, ECDSA. */
    String kind() {
        return kind(type);
    }

    static String kind(String type) {
        if (type.startsWith("ecdsa")) {
            return "ECDSA";
        }
        return type.replaceFirst("^ssh-", "")
                .replace("dss", "dsa")
                .toUpperCase(java.util.Locale.ROOT);
    }

    String fingerprint() {
        return fingerprint(blob);
    }

    static String fingerprint(byte[] blob) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(blob);
            return "SHA256:" + Base64.getEncoder().withoutPadding().encodeToString(hash);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
