package jplay.template.ansible.crypto;

import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import jplay.template.filter.FilterCall;
import jplay.template.python.PythonError;
import org.bouncycastle.asn1.ASN1IA5String;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x509.AccessDescription;
import org.bouncycastle.asn1.x509.AuthorityInformationAccess;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.cert.X509CertificateHolder;
import org.jspecify.annotations.Nullable;

/** {@code x509_certificate_info}. */
final class CertificateInfo {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMddHHmmss'Z'").withZone(ZoneOffset.UTC);

    private CertificateInfo() {}

    static Object apply(FilterCall call) {
        var names = GeneralNameText.of(call);
        var bytes = bytes(PemText.input(call, "x509_certificate_info"));
        var certificate = parsed(bytes);
        var info = new LinkedHashMap<String, @Nullable Object>();
        info.put(
                "signature_algorithm",
                Purposes.signature(certificate.getSignatureAlgorithm().getAlgorithm().getId()));
        info.put("subject", Names.dict(certificate.getSubject()));
        info.put("subject_ordered", Names.ordered(certificate.getSubject()));
        info.put("issuer", Names.dict(certificate.getIssuer()));
        info.put("issuer_ordered", Names.ordered(certificate.getIssuer()));
        info.put("version", (long) certificate.getVersionNumber());
        var extensions = new ExtensionInfo(Optional.ofNullable(certificate.getExtensions()), names);
        extensions.usage(info);
        validity(certificate, info);
        RequestInfo.key(info, certificate.getSubjectPublicKeyInfo());
        info.put("fingerprints", Fingerprints.of(bytes));
        extensions.identifiers(info);
        info.put("serial_number", PublicKeyData.number(certificate.getSerialNumber()));
        extensions.all(info);
        var access = access(certificate.getExtensions());
        info.put(
                "ocsp_uri",
                access.flatMap(all -> uri(all, AccessDescription.id_ad_ocsp)).orElse(null));
        info.put(
                "issuer_uri",
                access.flatMap(all -> uri(all, AccessDescription.id_ad_caIssuers)).orElse(null));
        return info;
    }

    private static void validity(
            X509CertificateHolder certificate, Map<String, @Nullable Object> info) {
        info.put("not_before", time(certificate.getNotBefore()));
        info.put("not_after", time(certificate.getNotAfter()));
        info.put("expired", certificate.getNotAfter().toInstant().isBefore(Instant.now()));
    }

    /** As {@code 20200102030405Z}. */
    static String time(Date date) {
        return TIME.format(date.toInstant());
    }

    private static byte[] bytes(String text) {
        return PemText.decoded(text, "CERTIFICATE|X509 CERTIFICATE")
                .orElseThrow(() ->
                        PythonError.value(
                                "Valid PEM but no BEGIN CERTIFICATE/END CERTIFICATE delimiters."
                                        + " Are you sure this is a certificate?"));
    }

    private static X509CertificateHolder parsed(byte[] bytes) {
        try {
            return new X509CertificateHolder(bytes);
        } catch (IOException e) {
            throw PythonError.value("error parsing the certificate: " + e.getMessage());
        }
    }

    private static Optional<AuthorityInformationAccess> access(@Nullable Extensions extensions) {
        return Optional.ofNullable(extensions).map(AuthorityInformationAccess::fromExtensions);
    }

    private static Optional<String> uri(
            AuthorityInformationAccess access, ASN1ObjectIdentifier method) {
        for (var description : access.getAccessDescriptions()) {
            var location = description.getAccessLocation();
            if (description.getAccessMethod().equals(method)
                    && location.getTagNo() == GeneralName.uniformResourceIdentifier) {
                return Optional.of(ASN1IA5String.getInstance(location.getName()).getString());
            }
        }
        return Optional.empty();
    }
}
