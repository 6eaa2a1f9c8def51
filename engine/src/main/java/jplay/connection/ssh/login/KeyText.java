package jplay.connection.ssh.login;

import com.hierynomus.sshj.userauth.keyprovider.OpenSSHKeyV1KeyFile;
import java.io.IOException;
import java.security.KeyPair;
import java.util.Base64;
import java.util.Optional;
import net.schmizz.sshj.common.Buffer;
import net.schmizz.sshj.common.SSHRuntimeException;
import net.schmizz.sshj.userauth.keyprovider.FileKeyProvider;
import net.schmizz.sshj.userauth.keyprovider.KeyProviderUtil;
import net.schmizz.sshj.userauth.keyprovider.OpenSSHKeyFile;
import net.schmizz.sshj.userauth.keyprovider.PKCS8KeyFile;
import net.schmizz.sshj.userauth.keyprovider.PuTTYKeyFile;
import net.schmizz.sshj.userauth.password.PasswordUtils;

/** The text of a private key in any of the formats that ssh-keygen, OpenSSL and PuTTY write. */
record KeyText(String text) {
    private static final String MAGIC = "openssh-key-v1\0";
    private static final String OPENSSH = "-----BEGIN OPENSSH PRIVATE KEY-----";

    /** Whether it looks like a private key at all. */
    boolean looksRight() {
        return text.contains("-----BEGIN ") || text.startsWith("PuTTY-User-Key-File-");
    }

    /** Whether a passphrase is needed to read it. */
    boolean encrypted() {
        return header().map(header -> !header.cipher().equals("none"))
                .orElseGet(() ->
                        text.contains("Proc-Type: 4,ENCRYPTED")
                                || text.contains("-----BEGIN ENCRYPTED PRIVATE KEY-----")
                                || text.matches("(?s)PuTTY-.*\nEncryption: (?!none).*"));
    }

    /** The public half, where the format shows it without the passphrase. */
    Optional<byte[]> publicBlob() {
        return header().map(Header::blob);
    }

    private record Header(String cipher, byte[] blob) {}

    private Optional<Header> header() {
        var start = text.indexOf(OPENSSH);
        var end = text.indexOf("-----END", Math.max(0, start));
        if (start < 0 || end < 0) {
            return Optional.empty();
        }
        try {
            var body = text.substring(start + OPENSSH.length(), end);
            var buffer = new Buffer.PlainBuffer(Base64.getMimeDecoder().decode(body));
            var magic = new byte[MAGIC.length()];
            buffer.readRawBytes(magic);
            var cipher = buffer.readString();
            buffer.readBytes();
            buffer.readBytes();
            buffer.readUInt32();
            return Optional.of(new Header(cipher, buffer.readBytes()));
        } catch (Buffer.BufferException | IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /**
     * Reads both halves.
     *
     * @throws IOException when it cannot be read, in few words
     */
    KeyPair read(String passphrase) throws IOException {
        Providers.forElliptic();
        if (text.contains("Proc-Type: 4,ENCRYPTED")) {
            Providers.forRareThings();
        }
        try {
            var reader = reader();
            reader.init(text, null, PasswordUtils.createOneOff(passphrase.toCharArray()));
            return new KeyPair(reader.getPublic(), reader.getPrivate());
        } catch (SSHRuntimeException | IllegalStateException | IllegalArgumentException e) {
            throw new IOException(encrypted() ? "the passphrase is wrong" : "it is damaged", e);
        } catch (IOException e) {
            throw new IOException(
                    encrypted() ? "the passphrase is wrong" : String.valueOf(e.getMessage()), e);
        }
    }

    private FileKeyProvider reader() throws IOException {
        return switch (KeyProviderUtil.detectKeyFileFormat(text, false)) {
            case OpenSSHv1 -> new OpenSSHKeyV1KeyFile();
            case OpenSSH -> new OpenSSHKeyFile();
            case PKCS8 -> new PKCS8KeyFile();
            case PuTTY -> new PuTTYKeyFile();
            case Unknown -> throw new IOException("it is no private key");
        };
    }
}
