package jplay.lab;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.util.OpenSSHPrivateKeyUtil;
import org.bouncycastle.crypto.util.OpenSSHPublicKeyUtil;

/**
 * A key of OpenSSH that all hosts of a lab let in as root.
 *
 * @param file the private key
 * @param line as a host has it in {@code authorized_keys}
 */
record LabKey(Path file, String line) {
    static LabKey make(Path folder) throws IOException {
        var key = new Ed25519PrivateKeyParameters(new SecureRandom());
        var mime = Base64.getMimeEncoder(70, "\n".getBytes(StandardCharsets.US_ASCII));
        var text =
                "-----BEGIN OPENSSH PRIVATE KEY-----\n%s\n-----END OPENSSH PRIVATE KEY-----\n"
                        .formatted(
                                mime.encodeToString(OpenSSHPrivateKeyUtil.encodePrivateKey(key)));
        var file = folder.resolve("id_ed25519");
        var mode = PosixFilePermissions.fromString("rw-------");
        Files.createFile(file, PosixFilePermissions.asFileAttribute(mode));
        Files.writeString(file, text);
        var open = OpenSSHPublicKeyUtil.encodePublicKey(key.generatePublicKey());
        return new LabKey(file, "ssh-ed25519 " + Base64.getEncoder().encodeToString(open) + " lab");
    }
}
