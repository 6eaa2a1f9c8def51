package jplay.connection.ssh.login;

import com.hierynomus.sshj.signature.SignatureEdDSA;
import java.util.concurrent.atomic.AtomicInteger;
import net.schmizz.sshj.common.Factory;
import net.schmizz.sshj.common.KeyType;
import net.schmizz.sshj.signature.Signature;

/**
 * Signs and verifies with Ed25519 keys for all connections of a run: for a few hosts by the JDK,
 * whose classes are there at once, for many by Bouncy Castle. That needs a tenth of the time for
 * each, but first as much for its tables as the JDK needs for ten. Thread-safe.
 */
public final class Ed25519Signatures implements Factory.Named<Signature> {
    private static final int FEW = 16;

    private final AtomicInteger made = new AtomicInteger();

    @Override
    public String getName() {
        return KeyType.ED25519.toString();
    }

    @Override
    public Signature create() {
        return made.incrementAndGet() <= FEW
                ? new SignatureEdDSA.Factory().create()
                : new TabledEd25519();
    }
}
