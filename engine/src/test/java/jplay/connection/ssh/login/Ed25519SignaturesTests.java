package jplay.connection.ssh.login;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.hierynomus.sshj.signature.SignatureEdDSA;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import net.schmizz.sshj.common.Buffer;
import net.schmizz.sshj.common.SSHRuntimeException;
import net.schmizz.sshj.signature.Signature;
import org.junit.jupiter.api.Test;

class Ed25519SignaturesTests {
    private static final byte[] TEXT = "a text".getBytes(StandardCharsets.UTF_8);

    @Test
    void takesOtherArithmeticForManyHosts() {
        var signatures = new Ed25519Signatures();
        assertEquals(SignatureEdDSA.class, signatures.create().getClass());
        for (var number = 1; number < 16; number++) {
            signatures.create();
        }
        assertEquals(TabledEd25519.class, signatures.create().getClass());
    }

    @Test
    void bothSignAndVerifyAlike() throws GeneralSecurityException {
        var pair = pair("Ed25519");
        var byJdk = signed(jdk(), pair);
        var byTables = signed(new TabledEd25519(), pair);
        assertTrue(verifies(new TabledEd25519(), pair, byJdk));
        assertTrue(verifies(jdk(), pair, byTables));
        assertTrue(verifies(new TabledEd25519(), pair, byTables));
    }

    @Test
    void refusesWhatAnotherKeySignedAndWhatIsNoSignature() throws GeneralSecurityException {
        var pair = pair("Ed25519");
        assertFalse(verifies(new TabledEd25519(), pair, signed(jdk(), pair("Ed25519"))));
        var other = new Buffer.PlainBuffer().putString("ssh-rsa").putBytes(new byte[64]);
        assertFalse(verifies(new TabledEd25519(), pair, other.getCompactData()));
        var tooShort = new Buffer.PlainBuffer().putString("ssh-ed25519").putBytes(new byte[63]);
        assertFalse(verifies(new TabledEd25519(), pair, tooShort.getCompactData()));
        assertThrows(
                SSHRuntimeException.class, () -> verifies(new TabledEd25519(), pair, new byte[3]));
    }

    @Test
    void refusesKeysOfOtherKinds() throws GeneralSecurityException {
        var pair = pair("RSA");
        assertThrows(
                SSHRuntimeException.class, () -> new TabledEd25519().initSign(pair.getPrivate()));
    }

    private static Signature jdk() {
        return new SignatureEdDSA.Factory().create();
    }

    private static KeyPair pair(String kind) throws GeneralSecurityException {
        return KeyPairGenerator.getInstance(kind).generateKeyPair();
    }

    private static byte[] signed(Signature signature, KeyPair pair) {
        signature.initSign(pair.getPrivate());
        signature.update(TEXT);
        var bytes = signature.encode(signature.sign());
        var named = new Buffer.PlainBuffer().putString(signature.getSignatureName());
        return named.putBytes(bytes).getCompactData();
    }

    private static boolean verifies(Signature signature, KeyPair pair, byte[] named) {
        signature.initVerify(pair.getPublic());
        signature.update(TEXT, 0, TEXT.length);
        return signature.verify(named);
    }
}
