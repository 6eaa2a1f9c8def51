package jplay.modules.pki;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import jplay.module.Command;
import jplay.module.Remote;
import jplay.module.TaskFailure;

/** Makes keys with the openssl of the host, so that they never travel. */
record OpensslKeyMaker(Remote remote, Rights rights) implements SigningRequest.KeyMaker {
    @Override
    public void check(boolean openssl) {
        if (!openssl) {
            throw new TaskFailure(
                    "a private key is made on its own host, which needs openssl for that: install"
                            + " the package 'openssl' there");
        }
    }

    @Override
    public void make(KeyRequest request) {
        run(request, request.task().keyType().name().toLowerCase(Locale.ROOT));
    }

    @Override
    public void renew(KeyRequest request, KeyState state) {
        run(request, "keep");
    }

    private void run(KeyRequest request, String kind) {
        var key = request.task().key().text();
        var path = request.task().path().text();
        var settings = request.settings().getBytes(StandardCharsets.UTF_8);
        var answer =
                remote.exec(
                        Command.call(HostFile.SCRIPT, "pki_make", kind, key, path).input(settings));
        if (!answer.ok()) {
            throw new TaskFailure("openssl on the host failed: " + answer.errorText());
        }
        rights.give(remote, key, path);
    }
}
