package jplay.connection.ssh.login;

import java.io.IOException;

/** A key in a file that others may read: a server may know it, but nobody signs with it. */
record ExposedIdentity(String name, byte[] blob, String why) implements Identity {
    @Override
    public boolean ready() {
        return false;
    }

    @Override
    public byte[] sign(String algorithm, byte[] data) throws IOException {
        throw new IOException(why);
    }
}
