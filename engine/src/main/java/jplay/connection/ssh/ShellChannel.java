package jplay.connection.ssh;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import net.schmizz.sshj.common.Buffer;
import net.schmizz.sshj.common.SSHException;
import net.schmizz.sshj.connection.Connection;
import net.schmizz.sshj.connection.ConnectionException;
import net.schmizz.sshj.connection.channel.direct.SessionChannel;
import net.schmizz.sshj.transport.TransportException;

/** A session that sends its requests without waiting for what the server says to them. */
final class ShellChannel extends SessionChannel {
    private volatile boolean asked;

    ShellChannel(Connection connection) {
        super(connection, StandardCharsets.UTF_8);
    }

    /** Asks for the session; whoever opens it waits for the answer. */
    void ask() throws TransportException {
        trans.write(buildOpenReq());
        asked = true;
    }

    @Override
    public void open() throws ConnectionException, TransportException {
        if (!asked) {
            ask();
        }
        openEvent.await(conn.getTimeoutMs(), TimeUnit.MILLISECONDS);
    }

    /** Servers refuse most variables; nobody minds. */
    void variable(String name, String value) throws IOException {
        sendChannelRequest("env", false, new Buffer.PlainBuffer().putString(name).putString(value));
    }

    /** A server that refuses closes the channel, which is noticed at once. */
    void start(String command) throws IOException {
        sendChannelRequest("exec", false, new Buffer.PlainBuffer().putString(command));
    }

    /**
     * A writer that waits for room at the server holds what the library needs to tell it of the
     * loss: it is let go on, to a connection that does not take its bytes any more.
     */
    @Override
    public void notifyError(SSHException error) {
        Optional.ofNullable(rwin).ifPresent(room -> room.expand(Integer.MAX_VALUE));
        super.notifyError(error);
    }
}
