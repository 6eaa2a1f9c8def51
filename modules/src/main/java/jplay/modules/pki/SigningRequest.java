package jplay.modules.pki;

import java.util.List;
import java.util.Optional;
import jplay.module.Arg;
import jplay.module.Module;
import jplay.module.Named;
import jplay.module.Plan;
import jplay.module.Remote;
import jplay.module.Result;
import jplay.module.TaskFailure;
import jplay.module.type.Mode;
import jplay.module.type.RemotePath;

/** Makes a private key on the machine that uses it, and a request to sign it. */
@Named(
        value = "jplay.pki.csr",
        summary =
                "Makes a private key on the host that uses it, where it stays, and a request to"
                        + " sign it.")
public record SigningRequest(
        @Arg("Where the signing request is; its folder must exist.") RemotePath path,
        @Arg("Where the private key is.") RemotePath key,
        @Arg("The name to ask for.") String commonName,
        @Arg("An organization to ask for.") Optional<String> organization,
        @Arg("Names and addresses to ask for, such as DNS:localhost and IP:127.0.0.1.")
                List<String> subjectAltName,
        @Arg(value = "What kind of key to make.", orElse = "ecdsa") KeyKind keyType,
        @Arg("Owner of both files.") Optional<String> owner,
        @Arg("Group of both files.") Optional<String> group,
        @Arg(value = "Mode of both files, octal.", orElse = "0400") Mode mode)
        implements Module {
    @Override
    public Plan plan(Remote remote) {
        var names = AlternativeNames.parse(subjectAltName);
        var rights = new Rights(mode, owner, group);
        var maker =
                remote.local()
                        ? new JavaKeyMaker(remote, rights)
                        : new OpensslKeyMaker(remote, rights);
        var sight =
                HostFile.see(
                        remote,
                        remote.local() ? Optional.empty() : Optional.of(key.text()),
                        key.text(),
                        path.text());
        var state = new KeyState(sight, remote.local());
        var request = new KeyRequest(this, names);
        if (state.keyExists() && !state.keyIs(keyType) && state.canJudge()) {
            return make(maker, request, "another kind of key is wanted", state);
        }
        if (!state.keyExists()) {
            return make(maker, request, "there is no key", state);
        }
        return state.requestDiffers(request.subject(), names)
                .map(reason -> renew(maker, request, reason, state))
                .orElseGet(() -> rights(remote, rights, state));
    }

    private Plan make(KeyMaker maker, KeyRequest request, String reason, KeyState state) {
        maker.check(state.openssl());
        return change(
                "make a key and a request because " + reason, request, () -> maker.make(request));
    }

    private Plan renew(KeyMaker maker, KeyRequest request, String reason, KeyState state) {
        maker.check(state.openssl());
        return change(
                "make a request because " + reason, request, () -> maker.renew(request, state));
    }

    private Plan change(String message, KeyRequest request, Runnable work) {
        var result =
                result(request.names())
                        .message(message)
                        .diff(Described.diff(path.text(), Optional.empty(), request.text()));
        return new Plan.Change(
                result,
                () -> {
                    work.run();
                    return result.changed(true);
                });
    }

    private Plan rights(Remote remote, Rights rights, KeyState state) {
        if (state.files().stream().noneMatch(rights::differ)) {
            return new Plan.Unchanged(result(AlternativeNames.parse(subjectAltName)));
        }
        return Plan.change(
                "set owner and mode",
                () -> {
                    rights.give(remote, key.text(), path.text());
                    return result(AlternativeNames.parse(subjectAltName));
                });
    }

    private Result result(AlternativeNames names) {
        return Result.of()
                .with("path", path.text())
                .with("key", key.text())
                .with("subject", Wanted.subject(commonName, organization).toString())
                .with("subject_alt_name", names.list());
    }

    /** Makes keys and requests in one of two ways. */
    sealed interface KeyMaker permits JavaKeyMaker, OpensslKeyMaker {
        /** Fails in one sentence when it cannot work on this host. */
        void check(boolean openssl) throws TaskFailure;

        /** A new key and a request for it. */
        void make(KeyRequest request);

        /** A new request for the key that is there. */
        void renew(KeyRequest request, KeyState state);
    }
}
