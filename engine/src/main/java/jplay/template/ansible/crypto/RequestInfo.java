package jplay.template.ansible.crypto;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import jplay.template.filter.FilterCall;
import jplay.template.python.PythonError;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;
import org.bouncycastle.pkcs.PKCS10CertificationRequest;
import org.bouncycastle.pkcs.PKCSException;
import org.jspecify.annotations.Nullable;

/** {@code openssl_csr_info}. */
final class RequestInfo {
    private RequestInfo() {}

    static Object apply(FilterCall call) {
        var names = GeneralNameText.of(call);
        var request = parsed(PemText.input(call, "openssl_csr_info"));
        var info = new LinkedHashMap<String, @Nullable Object>();
        info.put("subject", Names.dict(request.getSubject()));
        info.put("subject_ordered", Names.ordered(request.getSubject()));
        var extensions =
                new ExtensionInfo(Optional.ofNullable(request.getRequestedExtensions()), names);
        extensions.usage(info);
        extensions.nameConstraints(info);
        key(info, request.getSubjectPublicKeyInfo());
        extensions.identifiers(info);
        extensions.all(info);
        if (!isValid(request)) {
            throw PythonError.value("CSR signature is invalid!");
        }
        info.put("signature_valid", true);
        return info;
    }

    /** The public key of a request or certificate. */
    static void key(Map<String, @Nullable Object> info, SubjectPublicKeyInfo key) {
        var bytes = ExtensionInfo.encoded(key.toASN1Primitive());
        var data = PublicKeyData.of(bytes);
        info.put("public_key", PemText.encoded("PUBLIC KEY", bytes));
        info.put("public_key_type", data.type());
        info.put("public_key_data", data.data());
        info.put("public_key_fingerprints", Fingerprints.of(bytes));
    }

    private static PKCS10CertificationRequest parsed(String text) {
        var bytes =
                PemText.decoded(text, "(?:NEW )?CERTIFICATE REQUEST")
                        .orElseThrow(() ->
                                PythonError.value(
                                        "Valid PEM but no BEGIN CERTIFICATE REQUEST delimiters."
                                                + " Are you sure this is a CSR?"));
        try {
            return new PKCS10CertificationRequest(bytes);
        } catch (IOException e) {
            throw PythonError.value("error parsing the CSR: " + e.getMessage());
        }
    }

    private static boolean isValid(PKCS10CertificationRequest request) {
        try {
            return request.isSignatureValid(
                    new JcaContentVerifierProviderBuilder()
                            .setProvider(new BouncyCastleProvider())
                            .build(request.getSubjectPublicKeyInfo()));
        } catch (PKCSException | OperatorCreationException e) {
            return false;
        }
    }
}
