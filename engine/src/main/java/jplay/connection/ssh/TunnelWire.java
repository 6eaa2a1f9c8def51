package jplay.connection.ssh;

import java.io.IOException;
import java.time.Duration;
import net.schmizz.sshj.SSHClient;

/** A channel through another connection. */
record TunnelWire(TunnelChannel channel, int port) implements Wire {
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    @Override
    public void carry(SSHClient client, String name) throws IOException {
        client.connectVia(channel, name, port);
    }

    @Override
    public String heard() {
        return channel.heard();
    }

    /** A jump host that is silent does not say that it has closed its end. */
    @Override
    public void close() {
        try {
            Thread.ofVirtual().start(channel::leave).join(PATIENCE);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } finally {
            channel.cut();
        }
    }
}
