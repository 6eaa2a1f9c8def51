package jplay.connection.ssh;

import java.io.IOException;
import net.schmizz.sshj.SSHClient;

/** What the bytes of a connection travel over. */
interface Wire extends AutoCloseable {
    /**
     * Talks over it until both sides have agreed on keys.
     *
     * @param name under which the host's key and certificate are known
     */
    void carry(SSHClient client, String name) throws IOException;

    /** The last that the server said before it spoke ssh, mostly why it does not; or nothing. */
    String heard();

    /** Cuts it. Never throws. */
    @Override
    void close();
}
