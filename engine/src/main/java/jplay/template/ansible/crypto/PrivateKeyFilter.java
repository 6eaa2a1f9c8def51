package jplay.template.ansible.crypto;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import jplay.template.filter.FilterCall;
import jplay.template.python.PythonError;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.params.DSAPrivateKeyParameters;
import org.bouncycastle.crypto.params.DSAPublicKeyParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.params.Ed448PrivateKeyParameters;
import org.bouncycastle.crypto.params.RSAKeyParameters;
import org.bouncycastle.crypto.params.RSAPrivateCrtKeyParameters;
import org.bouncycastle.crypto.params.X25519PrivateKeyParameters;
import org.bouncycastle.crypto.params.X448PrivateKeyParameters;
import org.bouncycastle.crypto.util.SubjectPublicKeyInfoFactory;
import org.jspecify.annotations.Nullable;

/** {@code openssl_privatekey_info}. */
final class PrivateKeyFilter {
    private PrivateKeyFilter() {}

    static Object apply(FilterCall call) {
        var text = PemText.input(call, "openssl_privatekey_info");
        var passphrase = call.has("passphrase") ? call.text("passphrase") : "";
        var key = new PrivateKeyText(text, passphrase).key();
        var bytes = publicKey(key);
        var data = PublicKeyData.of(bytes);
        var info = new LinkedHashMap<String, @Nullable Object>();
        info.put("public_key", PemText.encoded("PUBLIC KEY", bytes));
        info.put("public_key_fingerprints", Fingerprints.of(bytes));
        info.put("type", data.type());
        info.put("public_data", data.data());
        if (call.flag("return_private_key_data")) {
            info.put("private_data", secrets(key));
        }
        return info;
    }

    private static byte[] publicKey(AsymmetricKeyParameter key) {
        try {
            return SubjectPublicKeyInfoFactory.createSubjectPublicKeyInfo(derived(key))
                    .getEncoded();
        } catch (IOException e) {
            throw PythonError.value("the public key cannot be written: " + e.getMessage());
        }
    }

    private static AsymmetricKeyParameter derived(AsymmetricKeyParameter key) {
        return switch (key) {
            case RSAPrivateCrtKeyParameters rsa ->
                    new RSAKeyParameters(false, rsa.getModulus(), rsa.getPublicExponent());
            case DSAPrivateKeyParameters dsa -> {
                var parameters = dsa.getParameters();
                yield new DSAPublicKeyParameters(
                        parameters.getG().modPow(dsa.getX(), parameters.getP()), parameters);
            }
            case ECPrivateKeyParameters curve -> {
                var parameters = curve.getParameters();
                yield new ECPublicKeyParameters(
                        parameters.getG().multiply(curve.getD()), parameters);
            }
            case Ed25519PrivateKeyParameters edwards -> edwards.generatePublicKey();
            case Ed448PrivateKeyParameters edwards -> edwards.generatePublicKey();
            case X25519PrivateKeyParameters montgomery -> montgomery.generatePublicKey();
            case X448PrivateKeyParameters montgomery -> montgomery.generatePublicKey();
            default -> throw PythonError.value("the private key is of an unknown kind");
        };
    }

    private static Map<String, @Nullable Object> secrets(AsymmetricKeyParameter key) {
        var secrets = new LinkedHashMap<String, @Nullable Object>();
        switch (key) {
            case RSAPrivateCrtKeyParameters rsa -> {
                secrets.put("p", PublicKeyData.number(rsa.getP()));
                secrets.put("q", PublicKeyData.number(rsa.getQ()));
                secrets.put("exponent", PublicKeyData.number(rsa.getExponent()));
            }
            case DSAPrivateKeyParameters dsa -> secrets.put("x", PublicKeyData.number(dsa.getX()));
            case ECPrivateKeyParameters curve ->
                    secrets.put("multiplier", PublicKeyData.number(curve.getD()));
            default -> {}
        }
        return secrets;
    }
}
