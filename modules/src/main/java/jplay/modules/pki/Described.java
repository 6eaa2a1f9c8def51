package jplay.modules.pki;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Optional;
import jplay.module.Diff;
import jplay.module.Result;
import org.bouncycastle.asn1.x500.X500Name;

/** A certificate in words: what modules return and what {@code --diff} shows. */
final class Described {
    private Described() {}

    /** The return values about a certificate. */
    static Result result(X509Certificate certificate) {
        return Result.of()
                .with("subject", subject(certificate.getSubjectX500Principal().getEncoded()))
                .with("issuer", subject(certificate.getIssuerX500Principal().getEncoded()))
                .with("subject_alt_name", Wanted.names(certificate))
                .with("serial_number", certificate.getSerialNumber().toString(16))
                .with("not_before", certificate.getNotBefore().toInstant().toString())
                .with("not_after", certificate.getNotAfter().toInstant().toString())
                .with("fingerprint", fingerprint(certificate));
    }

    /**
     * What changes when one certificate takes another's place; before it is made there is no serial
     * number yet.
     */
    static Diff diff(String path, Optional<X509Certificate> before, String after) {
        return Diff.of(path, before.map(Described::text).orElse(""), after);
    }

    /** What a certificate says, one thing a line. */
    static String text(X509Certificate certificate) {
        return "subject: %s\nissuer: %s\nnames: %s\nnot after: %s\n"
                .formatted(
                        subject(certificate.getSubjectX500Principal().getEncoded()),
                        subject(certificate.getIssuerX500Principal().getEncoded()),
                        String.join(", ", Wanted.names(certificate)),
                        certificate.getNotAfter().toInstant());
    }

    /** What a certificate that is still to be made will say. */
    static String text(Wanted wanted, X509Certificate issuer) {
        var end = java.time.Instant.now().plus(wanted.validity()).truncatedTo(ChronoUnit.SECONDS);
        return "subject: %s\nissuer: %s\nnames: %s\nnot after: %s\n"
                .formatted(
                        wanted.subject(),
                        subject(issuer.getSubjectX500Principal().getEncoded()),
                        String.join(", ", wanted.names().names()),
                        end);
    }

    /** SHA-256 over the certificate, two hexadecimal digits a byte. */
    static String fingerprint(X509Certificate certificate) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded());
            return HexFormat.ofDelimiter(":").withUpperCase().formatHex(digest);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String subject(byte[] encoded) {
        return X500Name.getInstance(encoded).toString();
    }
}
