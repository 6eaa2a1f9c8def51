package jplay.modules.pki;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import jplay.module.TaskFailure;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * A certificate authority that can sign.
 *
 * @param certificate its own certificate
 * @param key its private key, held in memory only
 */
record Issuer(X509Certificate certificate, PrivateKey key) {
    /** Clocks of hosts are not all right to the second. */
    private static final Duration CLOCK_SKEW = Duration.ofMinutes(5);

    /** Reads an authority's files on the controller. @throws TaskFailure when that cannot be */
    static Issuer read(Path certificate, Path key) {
        var issuer =
                Pem.certificate(text("ca_cert", certificate))
                        .orElseThrow(() -> new TaskFailure("no certificate in " + certificate));
        var secret =
                Pem.privateKey(text("ca_key", key))
                        .orElseThrow(() -> new TaskFailure("no unencrypted private key in " + key));
        return new Issuer(issuer, secret);
    }

    /** A new authority that has signed itself. */
    static Issuer create(X500Name subject, KeyPair keys, Duration validity) {
        var builder = builder(subject, subject, keys.getPublic(), validity);
        try {
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(0));
            builder.addExtension(
                    Extension.keyUsage,
                    true,
                    new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
        } catch (CertIOException e) {
            throw new IllegalStateException(e);
        }
        return new Issuer(sign(builder, keys.getPrivate()), keys.getPrivate());
    }

    /** A certificate for a key of somebody else. */
    X509Certificate issue(PublicKey subjectKey, Wanted wanted) {
        var name = X500Name.getInstance(certificate.getSubjectX500Principal().getEncoded());
        var left = Duration.between(Instant.now(), end());
        var validity = wanted.validity().compareTo(left) < 0 ? wanted.validity() : left;
        var builder = builder(name, wanted.subject(), subjectKey, validity);
        try {
            extend(builder, subjectKey, wanted);
        } catch (CertIOException e) {
            throw new IllegalStateException(e);
        }
        return sign(builder, key);
    }

    private void extend(X509v3CertificateBuilder builder, PublicKey subjectKey, Wanted wanted)
            throws CertIOException {
        var usage =
                subjectKey.getAlgorithm().equals("RSA")
                        ? KeyUsage.digitalSignature | KeyUsage.keyEncipherment
                        : KeyUsage.digitalSignature;
        var purposes = wanted.uses().stream().map(KeyUse::purpose).toArray(KeyPurposeId[]::new);
        builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
        builder.addExtension(Extension.keyUsage, true, new KeyUsage(usage));
        builder.addExtension(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(purposes));
        builder.addExtension(Extension.authorityKeyIdentifier, false, keyIdentifier());
        if (!wanted.names().isEmpty()) {
            builder.addExtension(Extension.subjectAlternativeName, false, wanted.names().encoded());
        }
    }

    /** When the authority itself ends; nothing that it signs is good for longer. */
    Instant end() {
        return certificate.getNotAfter().toInstant();
    }

    /** Whether a certificate says that it was signed with this authority's key. */
    boolean signed(X509Certificate other) {
        var identifier = other.getExtensionValue(Extension.authorityKeyIdentifier.getId());
        return identifier != null
                && Arrays.equals(identifier, octets(keyIdentifier()))
                && other.getIssuerX500Principal().equals(certificate.getSubjectX500Principal());
    }

    private AuthorityKeyIdentifier keyIdentifier() {
        try {
            return new JcaX509ExtensionUtils()
                    .createAuthorityKeyIdentifier(certificate.getPublicKey());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] octets(AuthorityKeyIdentifier identifier) {
        try {
            return new DEROctetString(identifier).getEncoded();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static X509v3CertificateBuilder builder(
            X500Name issuer, X500Name subject, PublicKey key, Duration validity) {
        var now = Instant.now();
        var builder =
                new JcaX509v3CertificateBuilder(
                        issuer,
                        new BigInteger(127, new SecureRandom()).setBit(126),
                        Date.from(now.minus(CLOCK_SKEW)),
                        Date.from(now.plus(validity)),
                        subject,
                        key);
        try {
            var identifier = new JcaX509ExtensionUtils().createSubjectKeyIdentifier(key);
            return builder.addExtension(Extension.subjectKeyIdentifier, false, identifier);
        } catch (CertIOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static X509Certificate sign(X509v3CertificateBuilder builder, PrivateKey key) {
        try {
            var signer = new JcaContentSignerBuilder(KeyKind.signature(key)).build(key);
            return new JcaX509CertificateConverter().getCertificate(builder.build(signer));
        } catch (OperatorCreationException | GeneralSecurityException e) {
            throw new TaskFailure("the authority's key cannot sign: " + e.getMessage());
        }
    }

    private static String text(String argument, Path file) {
        try {
            return Files.readString(file);
        } catch (NoSuchFileException _) {
            throw new TaskFailure(
                    "%s: there is no %s on the controller; make the authority first with jplay.pki.ca"
                            .formatted(argument, file));
        } catch (AccessDeniedException _) {
            throw new TaskFailure(
                    "%s: %s may not be read by the user who runs jplay".formatted(argument, file));
        } catch (IOException e) {
            throw new TaskFailure(
                    "%s: cannot read %s: %s".formatted(argument, file, e.getMessage()));
        }
    }
}
