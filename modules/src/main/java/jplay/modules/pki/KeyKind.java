package jplay.modules.pki;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.security.spec.RSAKeyGenParameterSpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Optional;
import org.bouncycastle.crypto.ec.CustomNamedCurves;

/** What kind of private key to make. */
public enum KeyKind {
    /** Elliptic curve P-256: small, fast, understood by everything that speaks TLS 1.2. */
    ECDSA,
    /** RSA with 3072 bits, for what cannot read elliptic curves. */
    RSA;

    /** A new key, made in this process. */
    KeyPair generate() {
        try {
            var generator = KeyPairGenerator.getInstance(this == ECDSA ? "EC" : "RSA");
            generator.initialize(
                    this == ECDSA
                            ? new ECGenParameterSpec("secp256r1")
                            : new RSAKeyGenParameterSpec(3072, RSAKeyGenParameterSpec.F4));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java cannot make an " + this + " key", e);
        }
    }

    /** Whether a public key is of this kind. */
    boolean fits(PublicKey key) {
        return switch (this) {
            case ECDSA -> key instanceof ECPublicKey;
            case RSA -> key instanceof RSAPublicKey;
        };
    }

    /** The public half of a private key, when that is of one of these kinds. */
    static Optional<PublicKey> publicOf(PrivateKey key) {
        try {
            return switch (key) {
                case RSAPrivateCrtKey rsa ->
                        Optional.of(
                                KeyFactory.getInstance("RSA")
                                        .generatePublic(
                                                new RSAPublicKeySpec(
                                                        rsa.getModulus(),
                                                        rsa.getPublicExponent())));
                case ECPrivateKey curve
                        when curve.getParams().getCurve().getField().getFieldSize() == 256 ->
                        Optional.of(point(curve));
                default -> Optional.empty();
            };
        } catch (GeneralSecurityException _) {
            return Optional.empty();
        }
    }

    private static PublicKey point(ECPrivateKey key) throws GeneralSecurityException {
        var point =
                CustomNamedCurves.getByName("secp256r1").getG().multiply(key.getS()).normalize();
        var place =
                new ECPoint(
                        point.getAffineXCoord().toBigInteger(),
                        point.getAffineYCoord().toBigInteger());
        return KeyFactory.getInstance("EC")
                .generatePublic(new ECPublicKeySpec(place, key.getParams()));
    }

    /** The name of the signature algorithm that goes with a private key. */
    static String signature(PrivateKey key) {
        return key.getAlgorithm().equals("RSA") ? "SHA256withRSA" : "SHA256withECDSA";
    }
}
