package jplay.modules.pki;

import java.security.PrivateKey;
import java.security.PublicKey;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;
import org.bouncycastle.pkcs.PKCS10CertificationRequest;
import org.bouncycastle.pkcs.PKCSException;

/** The key and the request that are on a host. */
record KeyState(HostFile.Sight sight, boolean local) {
    /** Key and request. */
    List<HostFile> files() {
        return sight.files();
    }

    boolean openssl() {
        return sight.openssl();
    }

    boolean keyExists() {
        return files().getFirst().exists();
    }

    /** Whether anything can be said about the key: on another machine only its openssl can. */
    boolean canJudge() {
        return local || openssl();
    }

    boolean keyIs(KeyKind kind) {
        return publicKey().filter(kind::fits).isPresent();
    }

    /** The private key, where it may be read: on this machine. */
    Optional<PrivateKey> privateKey() {
        return local ? Pem.privateKey(files().getFirst().text()) : Optional.empty();
    }

    /** Why a new request is needed; empty when the one that is there will do. */
    Optional<String> requestDiffers(X500Name subject, AlternativeNames names) {
        if (!files().getLast().exists()) {
            return Optional.of("there is none");
        }
        var found = Pem.request(files().getLast().text());
        if (found.isEmpty()) {
            return Optional.of("the old one cannot be read");
        }
        var request = found.get();
        if (!request.getSubject().equals(subject)) {
            return Optional.of("the old one asks for " + request.getSubject());
        }
        var old = AlternativeNames.of(Optional.ofNullable(request.getRequestedExtensions()));
        if (!old.equals(names)) {
            return Optional.of("the old one asks for " + String.join(", ", old.names()));
        }
        var requested = Pem.publicKey(request.getSubjectPublicKeyInfo());
        return canJudge() && !requested.equals(publicKey())
                ? Optional.of("the old one is about another key")
                : Optional.empty();
    }

    /** Whether a request was signed with the key it is about. */
    static boolean verified(PKCS10CertificationRequest request) {
        try {
            var key = request.getSubjectPublicKeyInfo();
            return request.isSignatureValid(new JcaContentVerifierProviderBuilder().build(key));
        } catch (PKCSException | OperatorCreationException _) {
            return false;
        }
    }

    private Optional<PublicKey> publicKey() {
        return local
                ? privateKey().flatMap(KeyKind::publicOf)
                : Pem.publicKey(files().getFirst().text());
    }
}
