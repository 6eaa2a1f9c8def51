package jplay.modules.pki;

import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;

/** What a certificate is to say. */
record Wanted(X500Name subject, AlternativeNames names, Set<KeyUse> uses, Duration validity) {
    Wanted {
        uses = Set.copyOf(uses);
    }

    /** A subject with nothing but a common name and perhaps an organization. */
    static X500Name subject(String commonName, Optional<String> organization) {
        var name = new X500NameBuilder(BCStyle.INSTANCE);
        organization.ifPresent(text -> name.addRDN(BCStyle.O, text));
        return name.addRDN(BCStyle.CN, commonName).build();
    }

    /** What an existing certificate says differently, in words; empty when it says the same. */
    Optional<String> difference(X509Certificate old) {
        var holder = holder(old);
        if (!holder.getSubject().equals(subject)) {
            return Optional.of("the subject was " + holder.getSubject());
        }
        var oldNames = AlternativeNames.of(Optional.ofNullable(holder.getExtensions()));
        if (!oldNames.equals(names)) {
            return Optional.of("the names were " + String.join(", ", oldNames.names()));
        }
        return uses(old).equals(purposes()) ? Optional.empty() : Optional.of("its use differed");
    }

    /** The alternative names of a certificate. */
    static List<String> names(X509Certificate certificate) {
        return AlternativeNames.of(Optional.ofNullable(holder(certificate).getExtensions())).list();
    }

    private Set<String> purposes() {
        return uses.stream().map(use -> use.purpose().getId()).collect(Collectors.toSet());
    }

    private static Set<String> uses(X509Certificate certificate) {
        try {
            var found = certificate.getExtendedKeyUsage();
            return found == null ? Set.of() : new HashSet<>(found);
        } catch (CertificateParsingException _) {
            return Set.of();
        }
    }

    private static JcaX509CertificateHolder holder(X509Certificate certificate) {
        try {
            return new JcaX509CertificateHolder(certificate);
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException(e);
        }
    }
}
