package jplay.connection.ssh.login;

import java.security.InvalidKeyException;
import java.security.Key;
import java.security.KeyFactory;
import java.security.KeyFactorySpi;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.PublicKey;
import java.security.Security;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.KeySpec;
import net.schmizz.sshj.common.SecurityUtils;
import org.bouncycastle.jce.provider.BouncyCastleProvider;

/**
 * Where cryptography comes from: the JDK, whose classes are there at once, and Bouncy Castle only
 * for what the JDK lacks.
 */
public final class Providers {
    static {
        SecurityUtils.setRegisterBouncyCastle(false);
    }

    private Providers() {}

    /** Keeps the library from starting Bouncy Castle by itself. */
    public static void useJdk() {
        // done by the initialisation of this class
    }

    /** Lets elliptic keys be read under the name that the library asks for. */
    public static void forElliptic() {
        if (Security.getProvider(Elliptic.NAME) == null) {
            Security.addProvider(new Elliptic());
        }
    }

    /** ChaCha20 as OpenSSH uses it, and the passphrases of old PEM files. */
    public static void forRareThings() {
        if (Security.getProvider(BouncyCastleProvider.PROVIDER_NAME) == null) {
            Security.addProvider(new BouncyCastleProvider());
        }
    }

    /** The JDK's {@code EC} under its other name {@code ECDSA}. */
    private static final class Elliptic extends Provider {
        private static final long serialVersionUID = 1L;
        static final String NAME = "jplay-elliptic";

        Elliptic() {
            super(NAME, "1", "EC as ECDSA");
            putService(
                    new Service(this, "KeyFactory", "ECDSA", Names.class.getName(), null, null) {
                        @Override
                        public Object newInstance(Object parameter)
                                throws NoSuchAlgorithmException {
                            return new Names(KeyFactory.getInstance("EC"));
                        }
                    });
        }
    }

    private static final class Names extends KeyFactorySpi {
        private final KeyFactory keys;

        Names(KeyFactory keys) {
            this.keys = keys;
        }

        @Override
        protected PublicKey engineGeneratePublic(KeySpec spec) throws InvalidKeySpecException {
            return keys.generatePublic(spec);
        }

        @Override
        protected PrivateKey engineGeneratePrivate(KeySpec spec) throws InvalidKeySpecException {
            return keys.generatePrivate(spec);
        }

        @Override
        protected <T extends KeySpec> T engineGetKeySpec(Key key, Class<T> kind)
                throws InvalidKeySpecException {
            return keys.getKeySpec(key, kind);
        }

        @Override
        protected Key engineTranslateKey(Key key) throws InvalidKeyException {
            return keys.translateKey(key);
        }
    }
}
