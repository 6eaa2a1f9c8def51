package jplay.connection.ssh.login;

import com.hierynomus.sshj.key.KeyAlgorithms;
import java.io.IOException;
import java.security.KeyPair;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import net.schmizz.sshj.common.Buffer;
import net.schmizz.sshj.common.SSHRuntimeException;
import net.schmizz.sshj.signature.Signature;

/** A private key from a file or a variable, read when it is needed, once. */
final class KeyIdentity implements Identity {
    private final Source source;
    private final Ed25519Signatures signatures;
    private final byte[] blob;
    private final ReentrantLock lock = new ReentrantLock();
    private Optional<KeyPair> pair;

    /** What opens an encrypted key; asked for at most once for each key. */
    @FunctionalInterface
    interface Passphrase {
        /** The passphrase that is known, or that somebody answers. */
        Optional<String> of(String name);
    }

    private KeyIdentity(Source source, Ed25519Signatures signatures, Shown shown) {
        this.source = source;
        this.signatures = signatures;
        this.blob = shown.blob();
        this.pair = shown.pair();
    }

    /** Where a key comes from: its name for messages, its text, and what opens it. */
    record Source(String name, KeyText text, Passphrase passphrase) {
        private KeyPair opened() throws IOException {
            var answer = passphrase.of(name);
            if (answer.isEmpty()) {
                throw new IOException("it needs a passphrase");
            }
            return text.read(answer.get());
        }
    }

    /** What is known of a key before it signs. */
    private record Shown(byte[] blob, Optional<KeyPair> pair) {}

    /**
     * A key whose public half is known from beside it, or is read from it.
     *
     * @param known the public half, when a file beside the key has it
     * @throws IOException when it cannot be read, in few words
     */
    static KeyIdentity of(Source source, Ed25519Signatures signatures, Optional<byte[]> known)
            throws IOException {
        return new KeyIdentity(source, signatures, shown(source, known));
    }

    private static Shown shown(Source source, Optional<byte[]> known) throws IOException {
        if (!source.text().encrypted()) {
            return shown(source.text().read(""));
        }
        var blob = known.or(source.text()::publicBlob);
        return blob.isPresent() ? new Shown(blob.get(), Optional.empty()) : shown(source.opened());
    }

    private static Shown shown(KeyPair pair) {
        var blob = new Buffer.PlainBuffer().putPublicKey(pair.getPublic()).getCompactData();
        return new Shown(blob, Optional.of(pair));
    }

    @Override
    public String name() {
        return source.name();
    }

    @Override
    public byte[] blob() {
        return blob.clone();
    }

    @Override
    public boolean ready() {
        lock.lock();
        try {
            return pair.isPresent();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public byte[] sign(String algorithm, byte[] data) throws IOException {
        var key = pair().getPrivate();
        try {
            var signature = signature(algorithm);
            signature.initSign(key);
            signature.update(data);
            return new Buffer.PlainBuffer()
                    .putString(signature.getSignatureName())
                    .putBytes(signature.encode(signature.sign()))
                    .getCompactData();
        } catch (SSHRuntimeException e) {
            throw new IOException("it cannot sign: " + e.getMessage(), e);
        }
    }

    private KeyPair pair() throws IOException {
        lock.lock();
        try {
            if (pair.isEmpty()) {
                pair = Optional.of(source.opened());
            }
            return pair.get();
        } finally {
            lock.unlock();
        }
    }

    private Signature signature(String name) throws IOException {
        return name.equals("ssh-ed25519")
                ? signatures.create()
                : algorithm(name).create().newSignature();
    }

    private static KeyAlgorithms.Factory algorithm(String name) throws IOException {
        return switch (name) {
            case "rsa-sha2-512" -> KeyAlgorithms.RSASHA512();
            case "rsa-sha2-256" -> KeyAlgorithms.RSASHA256();
            case "ssh-rsa" -> KeyAlgorithms.SSHRSA();
            case "ssh-dss" -> KeyAlgorithms.SSHDSA();
            case "ecdsa-sha2-nistp256" -> KeyAlgorithms.ECDSASHANistp256();
            case "ecdsa-sha2-nistp384" -> KeyAlgorithms.ECDSASHANistp384();
            case "ecdsa-sha2-nistp521" -> KeyAlgorithms.ECDSASHANistp521();
            default -> throw new IOException("it cannot sign as " + name);
        };
    }
}
