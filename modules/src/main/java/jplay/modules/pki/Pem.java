package jplay.modules.pki;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.util.Optional;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.openssl.PEMKeyPair;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.openssl.jcajce.JcaPKCS8Generator;
import org.bouncycastle.pkcs.PKCS10CertificationRequest;

/**
 * The text form of keys, requests and certificates. What cannot be read is empty, never an
 * exception.
 */
final class Pem {
    private Pem() {}

    /** A certificate, request or public key as text. */
    static String text(Object thing) {
        var text = new StringWriter();
        try (var out = new JcaPEMWriter(text)) {
            out.writeObject(thing);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    /** A private key as unencrypted PKCS#8, which every tool reads. */
    static String text(PrivateKey key) {
        try {
            return text(new JcaPKCS8Generator(key, null));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The first certificate in a text. */
    static Optional<X509Certificate> certificate(String text) {
        return first(text, X509CertificateHolder.class)
                .flatMap(holder ->
                        read(() -> new JcaX509CertificateConverter().getCertificate(holder)));
    }

    /** The first signing request in a text. */
    static Optional<PKCS10CertificationRequest> request(String text) {
        return first(text, PKCS10CertificationRequest.class);
    }

    /** The first private key in a text, in any of OpenSSL's unencrypted forms. */
    static Optional<PrivateKey> privateKey(String text) {
        return first(text, Object.class)
                .flatMap(found ->
                        switch (found) {
                            case PEMKeyPair pair -> Optional.of(pair.getPrivateKeyInfo());
                            case PrivateKeyInfo info -> Optional.of(info);
                            default -> Optional.empty();
                        })
                .flatMap(info -> read(() -> new JcaPEMKeyConverter().getPrivateKey(info)));
    }

    /** The first public key in a text. */
    static Optional<PublicKey> publicKey(String text) {
        return first(text, SubjectPublicKeyInfo.class).flatMap(Pem::publicKey);
    }

    /** A public key as Java sees it. */
    static Optional<PublicKey> publicKey(SubjectPublicKeyInfo info) {
        return read(() -> new JcaPEMKeyConverter().getPublicKey(info));
    }

    private static <T> Optional<T> first(String text, Class<T> type) {
        return read(() -> {
            try (var parser = new PEMParser(new StringReader(text))) {
                var next = parser.readObject();
                while (next != null && !type.isInstance(next)) {
                    next = parser.readObject();
                }
                return type.cast(next);
            }
        });
    }

    private static <T> Optional<T> read(Reading<T> reading) {
        try {
            return Optional.ofNullable(reading.get());
        } catch (IOException | GeneralSecurityException | RuntimeException _) {
            return Optional.empty();
        }
    }

    private interface Reading<T> {
        @org.jspecify.annotations.Nullable
        T get() throws IOException, GeneralSecurityException;
    }
}
