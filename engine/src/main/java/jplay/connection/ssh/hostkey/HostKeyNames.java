package jplay.connection.ssh.hostkey;

import java.util.List;

/** Which algorithms a host may show the key of a line with. */
final class HostKeyNames {
    private static final String CERTIFICATE = "-cert-v01@openssh.com";
    private static final List<String> CERTIFICATES =
            List.of(
                    "ssh-ed25519" + CERTIFICATE,
                    "ecdsa-sha2-nistp256" + CERTIFICATE,
                    "ecdsa-sha2-nistp384" + CERTIFICATE,
                    "ecdsa-sha2-nistp521" + CERTIFICATE,
                    "rsa-sha2-512" + CERTIFICATE,
                    "rsa-sha2-256" + CERTIFICATE);

    private HostKeyNames() {}

    static List<String> of(KnownHost line) {
        if (line.marker() == KnownHost.Marker.AUTHORITY) {
            return CERTIFICATES;
        }
        return line.type().equals("ssh-rsa")
                ? List.of("rsa-sha2-512", "rsa-sha2-256", "ssh-rsa")
                : List.of(line.type());
    }
}
