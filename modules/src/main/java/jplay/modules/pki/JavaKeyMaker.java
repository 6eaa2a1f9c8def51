package jplay.modules.pki;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import jplay.module.Remote;
import jplay.module.TaskFailure;
import jplay.module.type.Mode;
import jplay.module.type.Payload;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.ExtensionsGenerator;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequestBuilder;

/** Makes keys in this process: right only where the host is the machine this process runs on. */
record JavaKeyMaker(Remote remote, Rights rights) implements SigningRequest.KeyMaker {
    @Override
    public void check(boolean openssl) {}

    @Override
    public void make(KeyRequest request) {
        var keys = request.task().keyType().generate();
        write(Pem.text(keys.getPrivate()), request.task().key().text());
        renew(request, keys);
    }

    @Override
    public void renew(KeyRequest request, KeyState state) {
        var key =
                state.privateKey()
                        .orElseThrow(() ->
                                new TaskFailure(
                                        "key: no unencrypted private key in "
                                                + request.task().key()));
        var half =
                KeyKind.publicOf(key)
                        .orElseThrow(() ->
                                new TaskFailure(
                                        "key: %s is neither P-256 nor RSA"
                                                .formatted(request.task().key())));
        renew(request, new KeyPair(half, key));
    }

    private void renew(KeyRequest request, KeyPair keys) {
        write(sign(request, keys), request.task().path().text());
        rights.give(remote, request.task().key().text(), request.task().path().text());
    }

    private static String sign(KeyRequest request, KeyPair keys) {
        try {
            var builder =
                    new JcaPKCS10CertificationRequestBuilder(request.subject(), keys.getPublic());
            if (!request.names().isEmpty()) {
                var extensions = new ExtensionsGenerator();
                extensions.addExtension(
                        Extension.subjectAlternativeName, false, request.names().encoded());
                builder.addAttribute(
                        PKCSObjectIdentifiers.pkcs_9_at_extensionRequest, extensions.generate());
            }
            var algorithm = KeyKind.signature(keys.getPrivate());
            var signer = new JcaContentSignerBuilder(algorithm).build(keys.getPrivate());
            return Pem.text(builder.build(signer));
        } catch (IOException | OperatorCreationException e) {
            throw new IllegalStateException(e);
        }
    }

    private void write(String text, String path) {
        var payload = Payload.of(text.getBytes(StandardCharsets.UTF_8));
        remote.write(payload, path, new Mode("0400"));
    }
}
