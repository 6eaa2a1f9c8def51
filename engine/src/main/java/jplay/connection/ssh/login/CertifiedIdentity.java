package jplay.connection.ssh.login;

import java.io.IOException;

/** A key together with a certificate about it: shown instead of the key, signed by the key. */
record CertifiedIdentity(Identity key, byte[] blob, String name) implements Identity {
    @Override
    public boolean ready() {
        return key.ready();
    }

    @Override
    public byte[] sign(String algorithm, byte[] data) throws IOException {
        return key.sign(
                algorithm.replaceFirst("-cert-v01(?=@)", "").replace("@openssh.com", ""), data);
    }
}
