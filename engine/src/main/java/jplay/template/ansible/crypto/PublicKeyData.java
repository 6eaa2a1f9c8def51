package jplay.template.ansible.crypto;

import java.io.IOException;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.Map;
import jplay.template.filter.FilterCall;
import jplay.template.python.Numbers;
import jplay.template.python.PythonError;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.ECNamedCurveTable;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.params.DSAPublicKeyParameters;
import org.bouncycastle.crypto.params.ECNamedDomainParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.params.Ed25519PublicKeyParameters;
import org.bouncycastle.crypto.params.Ed448PublicKeyParameters;
import org.bouncycastle.crypto.params.RSAKeyParameters;
import org.bouncycastle.crypto.params.X25519PublicKeyParameters;
import org.bouncycastle.crypto.params.X448PublicKeyParameters;
import org.bouncycastle.crypto.util.PublicKeyFactory;
import org.jspecify.annotations.Nullable;

/** What a public key is made of. */
record PublicKeyData(String type, Map<String, @Nullable Object> data) {
    private static final Map<String, String> CURVES =
            Map.of("prime256v1", "secp256r1", "prime192v1", "secp192r1");

    static Object apply(FilterCall call) {
        var text = PemText.input(call, "openssl_publickey_info");
        var bytes =
                PemText.decoded(text, "PUBLIC KEY")
                        .orElseThrow(() ->
                                PythonError.value(
                                        "Error while deserializing key: Valid PEM but no BEGIN PUBLIC"
                                                + " KEY/END PUBLIC KEY delimiters. Are you sure this is"
                                                + " a public key?"));
        var key = of(bytes);
        var info = new LinkedHashMap<String, @Nullable Object>();
        info.put("fingerprints", Fingerprints.of(bytes));
        info.put("type", key.type);
        info.put("public_data", key.data);
        return info;
    }

    static PublicKeyData of(byte[] bytes) {
        try {
            return of(PublicKeyFactory.createKey(SubjectPublicKeyInfo.getInstance(bytes)));
        } catch (IOException | IllegalArgumentException e) {
            throw PythonError.value("Error while deserializing key: " + e.getMessage());
        }
    }

    private static PublicKeyData of(AsymmetricKeyParameter key) {
        var data = new LinkedHashMap<String, @Nullable Object>();
        var type =
                switch (key) {
                    case RSAKeyParameters rsa -> {
                        data.put("size", (long) rsa.getModulus().bitLength());
                        data.put("modulus", number(rsa.getModulus()));
                        data.put("exponent", number(rsa.getExponent()));
                        yield "RSA";
                    }
                    case DSAPublicKeyParameters dsa -> {
                        group(dsa, data);
                        yield "DSA";
                    }
                    case ECPublicKeyParameters curve -> {
                        curve(curve, data);
                        yield "ECC";
                    }
                    case Ed25519PublicKeyParameters _ -> "Ed25519";
                    case Ed448PublicKeyParameters _ -> "Ed448";
                    case X25519PublicKeyParameters _ -> "X25519";
                    case X448PublicKeyParameters _ -> "X448";
                    default -> "unknown";
                };
        return new PublicKeyData(type, data);
    }

    private static void group(DSAPublicKeyParameters key, Map<String, @Nullable Object> data) {
        var parameters = key.getParameters();
        data.put("size", (long) parameters.getP().bitLength());
        data.put("p", number(parameters.getP()));
        data.put("q", number(parameters.getQ()));
        data.put("g", number(parameters.getG()));
        data.put("y", number(key.getY()));
    }

    private static void curve(ECPublicKeyParameters key, Map<String, @Nullable Object> data) {
        var point = key.getQ().normalize();
        data.put("curve", name(key));
        data.put("x", number(point.getAffineXCoord().toBigInteger()));
        data.put("y", number(point.getAffineYCoord().toBigInteger()));
        data.put("exponent_size", (long) key.getParameters().getCurve().getFieldSize());
    }

    private static String name(ECPublicKeyParameters key) {
        if (!(key.getParameters() instanceof ECNamedDomainParameters named)) {
            return "unknown";
        }
        var name = ECNamedCurveTable.getName(named.getName());
        return name == null ? named.getName().getId() : CURVES.getOrDefault(name, name);
    }

    /** Numbers as templates have them. */
    static Object number(BigInteger number) {
        return Numbers.integer(number);
    }
}
