package jplay.connection.ssh.login;

import java.io.IOException;
import java.util.List;
import net.schmizz.sshj.common.Buffer;

/** A key that somebody may log in with. Thread-safe. */
interface Identity {
    /** For messages: the file or the agent's comment. */
    String name();

    /** The public key, or the certificate, as it goes over the wire. */
    byte[] blob();

    /** Whether it can sign at once; else a passphrase has to be asked for. */
    boolean ready();

    /**
     * Signs bytes; the answer holds the name of the algorithm and the signature, as they go over
     * the wire.
     *
     * @throws IOException when it cannot, in one sentence
     */
    byte[] sign(String algorithm, byte[] data) throws IOException;

    /** The kind of key as its blob says. */
    default String type() {
        return typeOf(blob());
    }

    /** What a server may know its algorithm as, the best first. */
    default List<String> algorithms() {
        return switch (type()) {
            case "ssh-rsa" -> List.of("rsa-sha2-512", "rsa-sha2-256");
            case "ssh-rsa-cert-v01@openssh.com" ->
                    List.of(
                            "rsa-sha2-512-cert-v01@openssh.com",
                            "rsa-sha2-256-cert-v01@openssh.com");
            default -> List.of(type());
        };
    }

    /** The kind of key that a blob holds; empty when it is none. */
    static String typeOf(byte[] blob) {
        try {
            return new Buffer.PlainBuffer(blob).readString();
        } catch (Buffer.BufferException _) {
            return "";
        }
    }
}
