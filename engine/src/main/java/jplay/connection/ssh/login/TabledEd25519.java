package jplay.connection.ssh.login;

import java.io.ByteArrayOutputStream;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.interfaces.EdECPrivateKey;
import java.util.Arrays;
import net.schmizz.sshj.common.Buffer;
import net.schmizz.sshj.common.KeyType;
import net.schmizz.sshj.common.SSHRuntimeException;
import net.schmizz.sshj.signature.Signature;
import org.bouncycastle.math.ec.rfc8032.Ed25519;

/** Signatures of Ed25519 with tables that are made once, by Bouncy Castle's own arithmetic. */
final class TabledEd25519 implements Signature {
    private final ByteArrayOutputStream message = new ByteArrayOutputStream(256);
    private byte[] key = new byte[0];

    @Override
    public String getSignatureName() {
        return KeyType.ED25519.toString();
    }

    /** The bytes of the point stand last in the encoded key. */
    @Override
    public void initVerify(PublicKey publicKey) {
        var encoded = publicKey.getEncoded();
        if (encoded.length < Ed25519.PUBLIC_KEY_SIZE) {
            throw new SSHRuntimeException("it is no Ed25519 key");
        }
        key = Arrays.copyOfRange(encoded, encoded.length - Ed25519.PUBLIC_KEY_SIZE, encoded.length);
    }

    @Override
    public void initSign(PrivateKey privateKey) {
        if (!(privateKey instanceof EdECPrivateKey edwards)) {
            throw new SSHRuntimeException("it is no Ed25519 key");
        }
        key =
                edwards.getBytes()
                        .filter(bytes -> bytes.length == Ed25519.SECRET_KEY_SIZE)
                        .orElseThrow(() -> new SSHRuntimeException("its secret cannot be read"));
    }

    @Override
    public void update(byte[] bytes) {
        message.writeBytes(bytes);
    }

    @Override
    public void update(byte[] bytes, int offset, int length) {
        message.write(bytes, offset, length);
    }

    @Override
    public byte[] sign() {
        var signature = new byte[Ed25519.SIGNATURE_SIZE];
        Ed25519.sign(key, 0, message.toByteArray(), 0, message.size(), signature, 0);
        return signature;
    }

    @Override
    public byte[] encode(byte[] signature) {
        return signature;
    }

    /** What goes over the wire: the name of the algorithm, then the signature. */
    @Override
    public boolean verify(byte[] named) {
        try {
            var buffer = new Buffer.PlainBuffer(named);
            var name = buffer.readString();
            var signature = buffer.readBytes();
            return name.equals(getSignatureName())
                    && signature.length == Ed25519.SIGNATURE_SIZE
                    && Ed25519.verify(
                            signature, 0, key, 0, message.toByteArray(), 0, message.size());
        } catch (Buffer.BufferException e) {
            throw new SSHRuntimeException(e);
        }
    }
}
