package jplay.connection.ssh.login;

import java.io.IOException;

/** A key that an agent holds. */
record AgentIdentity(Agent agent, byte[] blob, String name) implements Identity {
    private static final int SHA2_256 = 2;
    private static final int SHA2_512 = 4;

    @Override
    public boolean ready() {
        return true;
    }

    @Override
    public byte[] sign(String algorithm, byte[] data) throws IOException {
        var flags =
                algorithm.startsWith("rsa-sha2-512")
                        ? SHA2_512
                        : algorithm.startsWith("rsa-sha2-256") ? SHA2_256 : 0;
        return agent.sign(blob, data, flags);
    }
}
