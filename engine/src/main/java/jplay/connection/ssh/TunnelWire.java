package jplay.connection.ssh;

import java.io.IOException;
import net.schmizz.sshj.SSHClient;

/** A channel through another connection. */
record TunnelWire(TunnelChannel channel, int port) implements Wire {
    @Override
    public void carry(SSHClient client, String name) throws IOException {
        client.connectVia(channel, name, port);
    }

    @Override
    public String heard() {
        return channel.heard();
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
