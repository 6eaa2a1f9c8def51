package jplay.connection.ssh;

import java.io.IOException;
import net.schmizz.sshj.SSHClient;
import net.schmizz.sshj.connection.channel.direct.DirectConnection;

/** A channel through another connection. */
record TunnelWire(DirectConnection channel, int port) implements Wire {
    @Override
    public void carry(SSHClient client, String name) throws IOException {
        client.connectVia(channel, name, port);
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException _) {
            // it is gone
        }
    }
}
