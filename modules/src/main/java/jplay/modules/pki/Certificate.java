package jplay.modules.pki;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jplay.module.Arg;
import jplay.module.Module;
import jplay.module.Named;
import jplay.module.Plan;
import jplay.module.Remote;
import jplay.module.Result;
import jplay.module.TaskFailure;
import jplay.module.type.Mode;
import jplay.module.type.Payload;
import jplay.module.type.RemotePath;
import org.bouncycastle.pkcs.PKCS10CertificationRequest;

/**
 * Signs a host's request with an authority of the controller and puts the certificate on the host.
 */
@Named(
        value = "jplay.pki.certificate",
        summary =
                "Signs a host's request with an authority of the controller, again when what it"
                        + " says changed or its end is near.")
public record Certificate(
        @Arg("Where the certificate is on the host; its folder must exist.") RemotePath path,
        @Arg("Where the signing request is on the host.") RemotePath csr,
        @Arg("The authority's certificate, on the controller.") String caCert,
        @Arg("The authority's private key, on the controller.") String caKey,
        @Arg("The name to certify; left out, the one that the request asks for.")
                Optional<String> commonName,
        @Arg("An organization to certify; used together with common_name.")
                Optional<String> organization,
        @Arg(
                        "Names and addresses to certify, such as DNS:localhost; left out, those"
                                + " that the request asks for.")
                Optional<List<String>> subjectAltName,
        @Arg("What it may be used for: server, client or, when left out, both.")
                List<KeyUse> usages,
        @Arg(value = "How many days it is good for.", orElse = "365") int validityDays,
        @Arg(value = "Renew when fewer days than this are left.", orElse = "30")
                int renewBeforeDays,
        @Arg("Owner of the file.") Optional<String> owner,
        @Arg("Group of the file.") Optional<String> group,
        @Arg(value = "Mode of the file, octal.", orElse = "0400") Mode mode)
        implements Module {
    @Override
    public Plan plan(Remote remote) {
        if (renewBeforeDays >= validityDays) {
            return Plan.failed(
                    "renew_before_days: got %d, want less than validity_days, which is %d"
                            .formatted(renewBeforeDays, validityDays));
        }
        var rights = new Rights(mode, owner, group);
        var files = HostFile.see(remote, Optional.empty(), csr.text(), path.text()).files();
        var issuer = Issuer.read(Path.of(caCert), Path.of(caKey));
        var request = request(files.getFirst());
        var key =
                Pem.publicKey(request.getSubjectPublicKeyInfo())
                        .orElseThrow(() -> new TaskFailure("csr: unknown kind of key in " + csr));
        var old = Pem.certificate(files.getLast().text());
        var signing = new Signing(issuer, key, wanted(request));
        var reason = signing.reason(old, Duration.ofDays(renewBeforeDays));
        if (reason.isPresent() && !KeyState.verified(request)) {
            return Plan.failed("csr: %s was not made with the key that it is about".formatted(csr));
        }
        if (reason.isPresent()) {
            return sign(remote, rights, signing, new Previous(old, reason.get()));
        }
        return keep(remote, rights, files.getLast(), Described.result(old.orElseThrow()));
    }

    private Plan keep(Remote remote, Rights rights, HostFile file, Result result) {
        if (!rights.differ(file)) {
            return new Plan.Unchanged(result);
        }
        return new Plan.Change(
                result.message("set owner and mode"),
                () -> {
                    rights.give(remote, path.text());
                    return result.changed(true);
                });
    }

    private Plan sign(Remote remote, Rights rights, Signing signing, Previous previous) {
        var text = Described.text(signing.wanted(), signing.issuer().certificate());
        var message = "sign a certificate because " + previous.reason();
        var predicted =
                Result.of()
                        .message(message)
                        .diff(Described.diff(path.text(), previous.old(), text));
        return new Plan.Change(
                predicted,
                () -> {
                    var made = signing.issuer().issue(signing.key(), signing.wanted());
                    var bytes = Pem.text(made).getBytes(StandardCharsets.UTF_8);
                    remote.write(Payload.of(bytes), path.text(), mode);
                    if (owner.isPresent() || group.isPresent()) {
                        rights.give(remote, path.text());
                    }
                    var diff = Described.diff(path.text(), previous.old(), Described.text(made));
                    return Described.result(made).message(message).diff(diff).changed(true);
                });
    }

    private PKCS10CertificationRequest request(HostFile file) {
        if (!file.exists()) {
            throw new TaskFailure(
                    "csr: there is no %s on the host; make it first with jplay.pki.csr"
                            .formatted(csr));
        }
        return Pem.request(file.text())
                .orElseThrow(() -> new TaskFailure("csr: no valid signing request in " + csr));
    }

    private Wanted wanted(PKCS10CertificationRequest request) {
        var names =
                subjectAltName
                        .map(AlternativeNames::parse)
                        .orElseGet(() ->
                                AlternativeNames.of(
                                        Optional.ofNullable(request.getRequestedExtensions())));
        var subject =
                commonName
                        .map(name -> Wanted.subject(name, organization))
                        .orElseGet(request::getSubject);
        var uses = usages.isEmpty() ? Set.of(KeyUse.values()) : Set.copyOf(usages);
        return new Wanted(subject, names, uses, Duration.ofDays(validityDays));
    }

    /** The certificate that is replaced, and why. */
    private record Previous(Optional<X509Certificate> old, String reason) {}

    /** What is to be signed by whom. */
    private record Signing(Issuer issuer, PublicKey key, Wanted wanted) {
        /** Why the old certificate will not do; empty when it will. */
        Optional<String> reason(Optional<X509Certificate> found, Duration margin) {
            if (found.isEmpty()) {
                return Optional.of("there is none");
            }
            var old = found.get();
            if (!old.getPublicKey().equals(key)) {
                return Optional.of("the key changed");
            }
            if (!issuer.signed(old)) {
                return Optional.of("another authority signed the old one");
            }
            var end = old.getNotAfter().toInstant();
            if (end.isBefore(Instant.now().plus(margin)) && end.isBefore(issuer.end())) {
                return Optional.of("the old one ends at " + end);
            }
            return wanted.difference(old);
        }
    }
}
