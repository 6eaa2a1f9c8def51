package jplay.modules.pki;

import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import jplay.module.Arg;
import jplay.module.Module;
import jplay.module.Named;
import jplay.module.Plan;
import jplay.module.Remote;
import jplay.module.Result;
import jplay.module.TaskFailure;
import jplay.module.type.Mode;
import jplay.module.type.Payload;

/** Makes a certificate authority once and never again. */
@Named(
        value = "jplay.pki.ca",
        summary =
                "Makes a certificate authority on the controller, once: an existing one is never"
                        + " replaced.")
public record CertificateAuthority(
        @Arg("Where the authority's certificate is; its folder must exist.") String path,
        @Arg("Where its private key is; written with mode 0600.") String key,
        @Arg("The authority's name.") String commonName,
        @Arg("An organization to put into its name.") Optional<String> organization,
        @Arg(value = "What kind of key to make.", orElse = "ecdsa") KeyKind keyType,
        @Arg(value = "How many days it is good for.", orElse = "3650") int validityDays,
        @Arg(value = "Warn when fewer days than this are left.", orElse = "180") int warnDays)
        implements Module {
    private static final Mode PUBLIC = new Mode("0644");
    private static final Mode PRIVATE = new Mode("0600");

    @Override
    public Plan plan(Remote remote) {
        if (!remote.local()) {
            return Plan.failed(
                    "an authority's key stays on the controller: add 'delegate_to: localhost' to"
                            + " this task");
        }
        var files = HostFile.see(remote, Optional.empty(), path, key).files();
        var certificate = files.getFirst();
        var secret = files.getLast();
        if (!certificate.exists() && !secret.exists()) {
            return create(remote);
        }
        if (!certificate.exists() || !secret.exists()) {
            var missing = certificate.exists() ? secret : certificate;
            return Plan.failed(
                    "half of the authority is lost: %s is missing; bring it back, or remove %s to start over"
                            .formatted(missing.path(), certificate.exists() ? path : key));
        }
        return keep(remote, certificate, secret);
    }

    private Plan create(Remote remote) {
        var subject = Wanted.subject(commonName, organization);
        var predicted =
                Result.of()
                        .message("make the authority " + commonName)
                        .diff(Described.diff(path, Optional.empty(), "subject: " + subject + "\n"));
        return new Plan.Change(
                predicted,
                () -> {
                    var issuer =
                            Issuer.create(
                                    subject, keyType.generate(), Duration.ofDays(validityDays));
                    remote.write(bytes(Pem.text(issuer.key())), key, PRIVATE);
                    remote.write(bytes(Pem.text(issuer.certificate())), path, PUBLIC);
                    return result(issuer.certificate())
                            .changed(true)
                            .diff(
                                    Described.diff(
                                            path,
                                            Optional.empty(),
                                            Described.text(issuer.certificate())));
                });
    }

    private Plan keep(Remote remote, HostFile certificate, HostFile secret) {
        var issuer = new Issuer(readable(certificate), readableKey(secret));
        if (!KeyKind.publicOf(issuer.key())
                .equals(Optional.of(issuer.certificate().getPublicKey()))) {
            return Plan.failed(
                    "the key %s does not belong to the certificate %s".formatted(key, path));
        }
        var result = result(issuer.certificate());
        var rights = new Rights(PRIVATE, Optional.empty(), Optional.empty());
        if (!rights.differ(secret)) {
            return new Plan.Unchanged(result);
        }
        return new Plan.Change(
                result.message("make the key readable for its owner only"),
                () -> {
                    rights.give(remote, key);
                    return result.changed(true);
                });
    }

    private X509Certificate readable(HostFile file) {
        return Pem.certificate(file.text())
                .orElseThrow(() -> new TaskFailure("path: no certificate in " + path));
    }

    private java.security.PrivateKey readableKey(HostFile file) {
        return Pem.privateKey(file.text())
                .orElseThrow(() -> new TaskFailure("key: no unencrypted private key in " + key));
    }

    private Result result(X509Certificate certificate) {
        var result = Described.result(certificate).with("certificate", Pem.text(certificate));
        var left = Duration.between(Instant.now(), certificate.getNotAfter().toInstant()).toDays();
        return left >= warnDays
                ? result
                : result.warn(
                        "the authority %s is good for only %d more days".formatted(path, left));
    }

    private static Payload bytes(String text) {
        return Payload.of(text.getBytes(StandardCharsets.UTF_8));
    }
}
