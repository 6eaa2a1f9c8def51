package jplay.template.ansible.crypto;

import java.io.IOException;
import java.io.StringReader;
import java.util.regex.Pattern;
import jplay.template.python.PythonError;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.util.PrivateKeyFactory;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.openssl.PEMEncryptedKeyPair;
import org.bouncycastle.openssl.PEMException;
import org.bouncycastle.openssl.PEMKeyPair;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JceOpenSSLPKCS8DecryptorProviderBuilder;
import org.bouncycastle.openssl.jcajce.JcePEMDecryptorProviderBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.pkcs.PKCS8EncryptedPrivateKeyInfo;
import org.bouncycastle.pkcs.PKCSException;
import org.jspecify.annotations.Nullable;

/**
 * A private key as text.
 *
 * @param passphrase empty when none was given
 */
record PrivateKeyText(String text, String passphrase) {
    private static final String WRONG =
            "Wrong passphrase provided for private key, or private key cannot be parsed: ";
    private static final Pattern KEY =
            Pattern.compile("-----BEGIN (?:(?:RSA|EC|DSA|ENCRYPTED) )?PRIVATE KEY-----");

    AsymmetricKeyParameter key() {
        try {
            return PrivateKeyFactory.createKey(info(parsed()));
        } catch (IOException | IllegalArgumentException e) {
            throw PythonError.value(WRONG + e.getMessage());
        }
    }

    /** From the key on: parameters of a curve may stand before it. */
    private @Nullable Object parsed() throws IOException {
        var start = KEY.matcher(text);
        if (!start.find()) {
            throw PythonError.value(
                    WRONG
                            + "no BEGIN/END delimiters for a private key found. Are you sure this is a private key?");
        }
        try (var parser = new PEMParser(new StringReader(text.substring(start.start())))) {
            return parser.readObject();
        }
    }

    private PrivateKeyInfo info(@Nullable Object parsed) throws IOException {
        return switch (parsed) {
            case PrivateKeyInfo info -> unencrypted(info);
            case PEMKeyPair pair -> unencrypted(pair.getPrivateKeyInfo());
            case PKCS8EncryptedPrivateKeyInfo encrypted -> decrypted(encrypted);
            case PEMEncryptedKeyPair encrypted -> decrypted(encrypted);
            case null, default -> throw PythonError.value(WRONG + "it is no private key");
        };
    }

    private PrivateKeyInfo unencrypted(PrivateKeyInfo info) {
        if (!passphrase.isEmpty()) {
            throw PythonError.value(
                    "Wrong or empty passphrase provided for private key: Password was given but private key is not encrypted.");
        }
        return info;
    }

    private char[] password() {
        if (passphrase.isEmpty()) {
            throw PythonError.value(
                    "Wrong or empty passphrase provided for private key: Password was not given but private key is encrypted");
        }
        return passphrase.toCharArray();
    }

    private PrivateKeyInfo decrypted(PKCS8EncryptedPrivateKeyInfo encrypted) {
        var password = password();
        try {
            return encrypted.decryptPrivateKeyInfo(
                    new JceOpenSSLPKCS8DecryptorProviderBuilder()
                            .setProvider(new BouncyCastleProvider())
                            .build(password));
        } catch (PKCSException | OperatorCreationException e) {
            throw PythonError.value(WRONG + "Incorrect password, could not decrypt key");
        }
    }

    private PrivateKeyInfo decrypted(PEMEncryptedKeyPair encrypted) throws IOException {
        var password = password();
        try {
            return encrypted
                    .decryptKeyPair(
                            new JcePEMDecryptorProviderBuilder()
                                    .setProvider(new BouncyCastleProvider())
                                    .build(password))
                    .getPrivateKeyInfo();
        } catch (PEMException e) {
            throw PythonError.value(WRONG + "Incorrect password, could not decrypt key");
        }
    }

    @Override
    public String toString() {
        return "********";
    }
}
