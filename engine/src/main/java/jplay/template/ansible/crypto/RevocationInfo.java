package jplay.template.ansible.crypto;

import java.io.IOException;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jplay.template.filter.FilterCall;
import jplay.template.python.PythonError;
import org.bouncycastle.asn1.ASN1Enumerated;
import org.bouncycastle.asn1.ASN1GeneralizedTime;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.X509CRLEntryHolder;
import org.bouncycastle.cert.X509CRLHolder;
import org.jspecify.annotations.Nullable;

/** {@code x509_crl_info}. */
final class RevocationInfo {
    /** By number; the seventh was never given a meaning. */
    private static final List<String> REASONS =
            List.of(
                    "unspecified",
                    "key_compromise",
                    "ca_compromise",
                    "affiliation_changed",
                    "superseded",
                    "cessation_of_operation",
                    "certificate_hold",
                    "",
                    "remove_from_crl",
                    "privilege_withdrawn",
                    "aa_compromise");

    private RevocationInfo() {}

    static Object apply(FilterCall call) {
        var names = GeneralNameText.of(call);
        var text = PemText.input(call, "x509_crl_info");
        var pem = text.contains("-----BEGIN ");
        var list = parsed(text, pem);
        var info = new LinkedHashMap<String, @Nullable Object>();
        info.put("changed", false);
        info.put("format", pem ? "pem" : "der");
        info.put("last_update", CertificateInfo.time(list.getThisUpdate()));
        info.put(
                "next_update",
                Optional.ofNullable(list.getNextUpdate()).map(CertificateInfo::time).orElse(null));
        info.put(
                "digest",
                Purposes.signature(
                        list.toASN1Structure().getSignatureAlgorithm().getAlgorithm().getId()));
        info.put("issuer_ordered", Names.ordered(list.getIssuer()));
        info.put("issuer", Names.dict(list.getIssuer()));
        if (call.flag("list_revoked_certificates")) {
            var revoked = new ArrayList<@Nullable Object>();
            for (var entry : list.getRevokedCertificates()) {
                revoked.add(entry((X509CRLEntryHolder) entry, names));
            }
            info.put("revoked_certificates", revoked);
        }
        return info;
    }

    private static X509CRLHolder parsed(String text, boolean pem) {
        var bytes =
                pem
                        ? PemText.decoded(text, "X509 CRL")
                                .orElseThrow(() ->
                                        PythonError.value(
                                                "Error while decoding CRL: no BEGIN X509 CRL delimiters"))
                        : PemText.bytes(text);
        try {
            return new X509CRLHolder(bytes);
        } catch (IOException | IllegalArgumentException e) {
            throw PythonError.value("Error while decoding CRL: " + e.getMessage());
        }
    }

    private static Object entry(X509CRLEntryHolder entry, GeneralNameText names) {
        var info = new LinkedHashMap<String, @Nullable Object>();
        info.put("serial_number", PublicKeyData.number(entry.getSerialNumber()));
        info.put("revocation_date", CertificateInfo.time(entry.getRevocationDate()));
        put(
                info,
                "issuer",
                extension(entry, Extension.certificateIssuer)
                        .map(found -> names.all(GeneralNames.getInstance(found.getParsedValue()))));
        critical(info, "issuer", extension(entry, Extension.certificateIssuer));
        put(info, "reason", extension(entry, Extension.reasonCode).map(RevocationInfo::reason));
        critical(info, "reason", extension(entry, Extension.reasonCode));
        put(
                info,
                "invalidity_date",
                extension(entry, Extension.invalidityDate).map(RevocationInfo::date));
        critical(info, "invalidity_date", extension(entry, Extension.invalidityDate));
        return info;
    }

    private static void put(Map<String, @Nullable Object> info, String name, Optional<?> value) {
        info.put(name, value.isPresent() ? value.get() : null);
    }

    private static void critical(
            Map<String, @Nullable Object> info, String name, Optional<Extension> extension) {
        info.put(name + "_critical", extension.map(Extension::isCritical).orElse(false));
    }

    /** Not the issuer that the entry inherits from those before it. */
    private static Optional<Extension> extension(
            X509CRLEntryHolder entry, ASN1ObjectIdentifier oid) {
        return entry.getExtensionOIDs().contains(oid)
                ? Optional.of(entry.getExtension(oid))
                : Optional.empty();
    }

    private static String reason(Extension extension) {
        var number = ASN1Enumerated.getInstance(extension.getParsedValue()).intValueExact();
        return number >= 0 && number < REASONS.size() ? REASONS.get(number) : "unknown";
    }

    private static String date(Extension extension) {
        try {
            return CertificateInfo.time(
                    ASN1GeneralizedTime.getInstance(extension.getParsedValue()).getDate());
        } catch (ParseException e) {
            throw PythonError.value("the invalidity date cannot be read: " + e.getMessage());
        }
    }
}
