package jplay.connection.ssh;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import jplay.connection.ssh.config.HostOptions;
import jplay.connection.ssh.config.PatternList;
import net.schmizz.concurrent.Promise;
import net.schmizz.sshj.SSHClient;
import net.schmizz.sshj.common.SSHPacket;
import net.schmizz.sshj.connection.ConnectionException;
import net.schmizz.sshj.transport.TransportException;

/** One connection to a server, logged in. Thread-safe. */
final class Link implements AutoCloseable {
    /** Unless configured. Thousands of hosts that wait for others are asked as often. */
    private static final Duration ALIVE = Duration.ofSeconds(60);

    private static final int ALIVE_COUNT = 2;
    private static final int ENDING_MILLIS = 300;
    private static final Duration OPENING = Duration.ofSeconds(60);

    private final SSHClient client;
    private final HostOptions options;
    private final Wire wire;
    private final Thread pulse;
    private final Queue<ShellChannel> asked = new ConcurrentLinkedQueue<>();
    private volatile boolean silent;

    Link(SSHClient client, HostOptions options, Wire wire) {
        this.client = client;
        this.options = options;
        this.wire = wire;
        // a shell that is busy for hours does not read: writing to it may take as long
        client.getConnection().setTimeoutMs(Integer.MAX_VALUE);
        pulse = Thread.ofVirtual().name("pulse of " + options.alias()).start(this::beat);
    }

    boolean alive() {
        return client.isConnected() && client.getTransport().isRunning();
    }

    /** Whether it is lost; a shell may have ended a moment before the connection does. */
    boolean ends() {
        try {
            for (var waited = 0; alive() && waited < ENDING_MILLIS; waited += 10) {
                TimeUnit.MILLISECONDS.sleep(10);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        return !alive();
    }

    /** Whether it was given up because the server did not answer any more. */
    boolean silent() {
        return silent;
    }

    /** Asks the server for a sign of life from time to time. */
    private void beat() {
        var interval = options.time("ServerAliveInterval").orElse(ALIVE);
        var most = options.number("ServerAliveCountMax", ALIVE_COUNT);
        if (interval.isZero() || most == 0) {
            return;
        }
        try {
            for (var missed = 0; alive() && missed < most; ) {
                TimeUnit.NANOSECONDS.sleep(interval.toNanos());
                // what cannot be sent, because nobody takes what is sent already, is not answered
                try (var _ = new Deadline(interval.multipliedBy(most), this::giveUp)) {
                    missed = answers(interval) ? 0 : missed + 1;
                }
            }
            giveUp();
        } catch (InterruptedException _) {
            // it is closed
        } catch (IOException _) {
            close();
        }
    }

    private void giveUp() {
        if (alive()) {
            silent = true;
        }
        close();
    }

    private boolean answers(Duration interval) throws IOException {
        Promise<SSHPacket, ConnectionException> answer =
                client.getConnection()
                        .sendGlobalRequest("keepalive@openssh.com", true, new byte[0]);
        try {
            return answer.tryRetrieve(interval.toMillis(), TimeUnit.MILLISECONDS) != null;
        } catch (ConnectionException refused) {
            // servers know no such request, and say so
            return alive();
        }
    }

    /** Asks for the session that the next command is started in, without waiting for it. */
    void askForSession() throws TransportException {
        var channel = new ShellChannel(client.getConnection());
        channel.ask();
        asked.add(channel);
    }

    /** Starts a command through the user's login shell. */
    ShellChannel start(String command) throws IOException {
        try (var _ = new Deadline(OPENING, this::close)) {
            var channel =
                    Optional.ofNullable(asked.poll())
                            .orElseGet(() -> new ShellChannel(client.getConnection()));
            channel.open();
            sendVariables(channel);
            channel.start(command);
            return channel;
        }
    }

    private void sendVariables(ShellChannel channel) throws IOException {
        for (var assignment : options.list("SetEnv")) {
            var equals = assignment.indexOf('=');
            if (equals > 0) {
                channel.variable(assignment.substring(0, equals), assignment.substring(equals + 1));
            }
        }
        var patterns = options.list("SendEnv");
        for (var variable : options.localUser().environment().entrySet()) {
            if (PatternList.matches(patterns, variable.getKey())) {
                channel.variable(variable.getKey(), variable.getValue());
            }
        }
    }

    /** A way through the server to another one. */
    TunnelWire tunnel(String host, int port) throws IOException {
        var channel = new TunnelChannel(client.getConnection(), host, port);
        channel.open();
        return new TunnelWire(channel, port);
    }

    @Override
    public void close() {
        pulse.interrupt();
        try (var _ = new Deadline(Duration.ofSeconds(2), wire::close)) {
            client.disconnect();
        } catch (IOException _) {
            // it is gone
        } finally {
            wire.close();
        }
    }
}
