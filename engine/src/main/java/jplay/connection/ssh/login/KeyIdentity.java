package jplay.connection.ssh.login;

import com.hierynomus.sshj.key.KeyAlgorithm;
import com.hierynomus.sshj.key.KeyAlgorithms;
import java.io.IOException;
import java.security.KeyPair;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import net.schmizz.sshj.common.Buffer;
import net.schmizz.sshj.common.SSHRuntimeException;

/** A private key from a file or a variable, read when it is needed, once. */
final class KeyIdentity implements Identity {
    private final String name;
    private final KeyText text;
    private final Passphrase passphrase;
    private final byte[] blob;
    private final ReentrantLock lock = new ReentrantLock();
    private Optional<KeyPair> pair;

    /** What opens an encrypted key; asked for at most once for each key. */
    @FunctionalInterface
    interface Passphrase {
        /** The passphrase that is known, or that somebody answers. */
        Optional<String> of(String name);
    }

    private KeyIdentity(String name, KeyText text, Passphrase passphrase, Shown shown) {
        this.name = name;
        this.text = text;
        this.passphrase = passphrase;
        this.blob = shown.blob();
        this.pair = shown.pair();
    }

    /** What is known of a key before it signs. */
    private record Shown(byte[] blob, Optional<KeyPair> pair) {}

    /**
     * A key whose public half is known from beside it, or is read from it.
     *
     * @param known the public half, when a file beside the key has it
     * @throws IOException when it cannot be read, in few words
     */
    static KeyIdentity of(String name, KeyText text, Passphrase passphrase, Optional<byte[]> known)
            throws IOException {
        if (!text.encrypted()) {
            var pair = text.read("");
            return new KeyIdentity(name, text, passphrase, shown(pair));
        }
        var blob = known.or(text::publicBlob);
        if (blob.isPresent()) {
            var shown = new Shown(blob.get(), Optional.empty());
            return new KeyIdentity(name, text, passphrase, shown);
        }
        return new KeyIdentity(name, text, passphrase, shown(opened(name, text, passphrase)));
    }

    private static Shown shown(KeyPair pair) {
        var blob = new Buffer.PlainBuffer().putPublicKey(pair.getPublic()).getCompactData();
        return new Shown(blob, Optional.of(pair));
    }

    private static KeyPair opened(String name, KeyText text, Passphrase passphrase)
            throws IOException {
        var answer = passphrase.of(name);
        if (answer.isEmpty()) {
            throw new IOException("it needs a passphrase");
        }
        return text.read(answer.get());
    }

    @Override
    public String name() {
        return name;
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
            var signature = algorithm(algorithm).newSignature();
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
                pair = Optional.of(opened(name, text, passphrase));
            }
            return pair.get();
        } finally {
            lock.unlock();
        }
    }

    private static KeyAlgorithm algorithm(String name) throws IOException {
        var factory =
                switch (name) {
                    case "rsa-sha2-512" -> KeyAlgorithms.RSASHA512();
                    case "rsa-sha2-256" -> KeyAlgorithms.RSASHA256();
                    case "ssh-rsa" -> KeyAlgorithms.SSHRSA();
                    case "ssh-dss" -> KeyAlgorithms.SSHDSA();
                    case "ssh-ed25519" -> KeyAlgorithms.EdDSA25519();
                    case "ecdsa-sha2-nistp256" -> KeyAlgorithms.ECDSASHANistp256();
                    case "ecdsa-sha2-nistp384" -> KeyAlgorithms.ECDSASHANistp384();
                    case "ecdsa-sha2-nistp521" -> KeyAlgorithms.ECDSASHANistp521();
                    default -> throw new IOException("it cannot sign as " + name);
                };
        return factory.create();
    }
}
