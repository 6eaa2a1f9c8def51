package jplay.connection.ssh;

import com.hierynomus.sshj.transport.cipher.GcmCipher;
import java.security.GeneralSecurityException;
import java.security.Provider;
import java.util.Arrays;
import jplay.module.type.BulkCryptography;
import net.schmizz.sshj.common.Factory;
import net.schmizz.sshj.transport.cipher.Cipher;

/**
 * AES-GCM, which a library in machine code takes over once all connections together have carried
 * much: every packet stands alone there, so nobody at the other end can tell.
 */
final class BulkGcm extends GcmCipher {
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BYTES = 16;
    private static final String TRANSFORMATION = "AES/GCM/NoPadding";

    private byte[] header = new byte[0];
    private boolean decided;

    private BulkGcm(int keyBytes) {
        super(NONCE_BYTES, TAG_BYTES, keyBytes, "AES", TRANSFORMATION);
    }

    /** The cipher of OpenSSH with keys of so many bits. */
    static Factory.Named<Cipher> factory(int bits) {
        return new Made(bits);
    }

    /** What was said of a packet before all of it is there is kept until the packet is done. */
    @Override
    public void updateAAD(byte[] data, int offset, int length) {
        header = Arrays.copyOfRange(data, offset, offset + length);
    }

    @Override
    public void update(byte[] input, int inputOffset, int inputLength) {
        if (!decided && BulkCryptography.worthIt(inputLength)) {
            decided = true;
            BulkCryptography.provider().ifPresent(this::take);
        }
        super.updateAAD(header, 0, header.length);
        super.update(input, inputOffset, inputLength);
    }

    /** From the next packet on. */
    private void take(Provider provider) {
        try {
            cipher = javax.crypto.Cipher.getInstance(TRANSFORMATION, provider);
            initialized = false;
        } catch (GeneralSecurityException _) {
            // the JDK's goes on
        }
    }

    /** Makes one for each direction of a connection. */
    private record Made(int bits) implements Factory.Named<Cipher> {
        @Override
        public String getName() {
            return "aes%d-gcm@openssh.com".formatted(bits);
        }

        @Override
        public Cipher create() {
            return new BulkGcm(bits / Byte.SIZE);
        }
    }
}
