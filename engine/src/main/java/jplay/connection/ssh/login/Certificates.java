package jplay.connection.ssh.login;

import java.util.Optional;
import net.schmizz.sshj.common.Buffer;

/** OpenSSH's certificates about users' keys. */
final class Certificates {
    private static final String MARK = "-cert-v01@openssh.com";

    private Certificates() {}

    /** The key that a certificate is about; nothing when it is no certificate. */
    static Optional<byte[]> keyOf(byte[] certificate) {
        try {
            var buffer = new Buffer.PlainBuffer(certificate);
            var type = buffer.readString();
            if (!type.endsWith(MARK)) {
                return Optional.empty();
            }
            buffer.readBytes();
            var plain = type.substring(0, type.length() - MARK.length());
            var key = new Buffer.PlainBuffer().putString(plain);
            for (var left = parts(plain); left > 0; left--) {
                key.putBytes(buffer.readBytes());
            }
            return Optional.of(key.getCompactData());
        } catch (Buffer.BufferException _) {
            return Optional.empty();
        }
    }

    /** Of how many numbers or texts a key of this kind consists. */
    private static int parts(String type) {
        return switch (type) {
            case "ssh-rsa" -> 2;
            case "ssh-dss" -> 4;
            case "ssh-ed25519" -> 1;
            default -> 2;
        };
    }
}
