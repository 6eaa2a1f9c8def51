package jplay.connection.ssh;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import net.schmizz.sshj.common.SSHException;
import net.schmizz.sshj.connection.Connection;
import net.schmizz.sshj.connection.ConnectionException;
import net.schmizz.sshj.connection.channel.direct.DirectConnection;

/** A way through a server to another one; see {@link ShellChannel} for what a loss does to it. */
final class TunnelChannel extends DirectConnection {
    private Optional<FirstWords> words = Optional.empty();

    TunnelChannel(Connection connection, String host, int port) {
        super(connection, host, port);
    }

    /** What the server at its end said first. */
    String heard() {
        return words.map(FirstWords::heard).orElse("");
    }

    @Override
    public InputStream getInputStream() {
        if (words.isEmpty()) {
            words = Optional.of(new FirstWords(super.getInputStream()));
        }
        return words.get();
    }

    /** Closes it, and waits until the jump host has done so too. */
    void leave() {
        try {
            close();
        } catch (IOException _) {
            // it is gone
        }
    }

    /** Lets everybody go who waits for it. */
    void cut() {
        notifyError(new ConnectionException("cut"));
    }

    @Override
    public void notifyError(SSHException error) {
        Optional.ofNullable(rwin).ifPresent(room -> room.expand(Integer.MAX_VALUE));
        super.notifyError(error);
    }
}
