package jplay.template.ansible.crypto;

import java.io.IOException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import jplay.template.python.PythonError;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.GeneralSubtree;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.NameConstraints;
import org.bouncycastle.asn1.x509.SubjectKeyIdentifier;
import org.jspecify.annotations.Nullable;

/** What the extensions of a certificate or of a request say. */
record ExtensionInfo(Optional<Extensions> extensions, GeneralNameText names) {
    private static final ASN1ObjectIdentifier FEATURE =
            new ASN1ObjectIdentifier("1.3.6.1.5.5.7.1.24");
    private static final BigInteger STATUS_REQUEST = BigInteger.valueOf(5);

    private Optional<Extension> find(ASN1ObjectIdentifier oid) {
        return extensions.map(all -> all.getExtension(oid));
    }

    private void put(
            Map<String, @Nullable Object> info,
            String name,
            ASN1ObjectIdentifier oid,
            Reading reading) {
        var extension = find(oid);
        info.put(name, extension.map(found -> reading.of(found)).orElse(null));
        info.put(name + "_critical", extension.map(Extension::isCritical).orElse(false));
    }

    /** Reads an extension's value. */
    private interface Reading {
        Object of(Extension extension);
    }

    /** How the key may be used, and for whom. */
    void usage(Map<String, @Nullable Object> info) {
        put(info, "key_usage", Extension.keyUsage, ExtensionInfo::keyUsage);
        put(info, "extended_key_usage", Extension.extendedKeyUsage, ExtensionInfo::purposes);
        put(info, "basic_constraints", Extension.basicConstraints, ExtensionInfo::constraints);
        put(info, "ocsp_must_staple", FEATURE, ExtensionInfo::mustStaple);
        put(
                info,
                "subject_alt_name",
                Extension.subjectAlternativeName,
                extension -> names.all(GeneralNames.getInstance(extension.getParsedValue())));
    }

    private static Object keyUsage(Extension extension) {
        var usage = KeyUsage.getInstance(extension.getParsedValue());
        var found = new TreeSet<String>();
        Purposes.KEY.forEach((bit, name) -> {
            if (usage.hasUsages(bit)) {
                found.add(name);
            }
        });
        return new ArrayList<>(found);
    }

    private static Object purposes(Extension extension) {
        var found = new TreeSet<String>();
        for (var purpose : ExtendedKeyUsage.getInstance(extension.getParsedValue()).getUsages()) {
            found.add(Purposes.EXTENDED.getOrDefault(purpose.getId(), purpose.getId()));
        }
        return new ArrayList<>(found);
    }

    private static Object constraints(Extension extension) {
        var constraints = BasicConstraints.getInstance(extension.getParsedValue());
        var texts = new ArrayList<String>();
        texts.add("CA:" + (constraints.isCA() ? "TRUE" : "FALSE"));
        if (constraints.getPathLenConstraint() != null) {
            texts.add("pathlen:" + constraints.getPathLenConstraint());
        }
        return texts;
    }

    private static Object mustStaple(Extension extension) {
        for (var feature : ASN1Sequence.getInstance(extension.getParsedValue())) {
            if (ASN1Integer.getInstance(feature).getValue().equals(STATUS_REQUEST)) {
                return true;
            }
        }
        return false;
    }

    /** What names a certificate of the authority may bear. */
    void nameConstraints(Map<String, @Nullable Object> info) {
        var extension = find(Extension.nameConstraints);
        var constraints =
                extension.map(found -> NameConstraints.getInstance(found.getParsedValue()));
        info.put(
                "name_constraints_permitted",
                constraints.map(all -> subtrees(all.getPermittedSubtrees())).orElse(null));
        info.put(
                "name_constraints_excluded",
                constraints.map(all -> subtrees(all.getExcludedSubtrees())).orElse(null));
        info.put("name_constraints_critical", extension.map(Extension::isCritical).orElse(false));
    }

    private List<@Nullable Object> subtrees(GeneralSubtree @Nullable [] subtrees) {
        var texts = new ArrayList<@Nullable Object>();
        if (subtrees != null) {
            for (var subtree : subtrees) {
                texts.add(names.one(subtree.getBase()));
            }
        }
        return texts;
    }

    /** The keys of subject and authority. */
    void identifiers(Map<String, @Nullable Object> info) {
        info.put(
                "subject_key_identifier",
                find(Extension.subjectKeyIdentifier)
                        .map(found -> SubjectKeyIdentifier.getInstance(found.getParsedValue()))
                        .map(key -> Fingerprints.HEX.formatHex(key.getKeyIdentifier()))
                        .orElse(null));
        var authority =
                find(Extension.authorityKeyIdentifier)
                        .map(found -> AuthorityKeyIdentifier.getInstance(found.getParsedValue()));
        info.put(
                "authority_key_identifier",
                authority
                        .map(AuthorityKeyIdentifier::getKeyIdentifierOctets)
                        .map(Fingerprints.HEX::formatHex)
                        .orElse(null));
        info.put(
                "authority_cert_issuer",
                authority
                        .map(AuthorityKeyIdentifier::getAuthorityCertIssuer)
                        .map(names::all)
                        .orElse(null));
        info.put(
                "authority_cert_serial_number",
                authority
                        .map(AuthorityKeyIdentifier::getAuthorityCertSerialNumber)
                        .map(PublicKeyData::number)
                        .orElse(null));
    }

    /** Every extension as it is written. */
    void all(Map<String, @Nullable Object> info) {
        var dict = new LinkedHashMap<String, @Nullable Object>();
        extensions.ifPresent(all -> {
            for (var oid : all.getExtensionOIDs()) {
                var entry = new LinkedHashMap<String, @Nullable Object>();
                entry.put("critical", all.getExtension(oid).isCritical());
                entry.put(
                        "value",
                        Base64.getEncoder()
                                .encodeToString(all.getExtension(oid).getExtnValue().getOctets()));
                dict.put(oid.getId(), entry);
            }
        });
        info.put("extensions_by_oid", dict);
    }

    /** The DER form of something. */
    static byte[] encoded(ASN1Primitive thing) {
        try {
            return thing.getEncoded("DER");
        } catch (IOException e) {
            throw PythonError.value("it cannot be written: " + e.getMessage());
        }
    }
}
