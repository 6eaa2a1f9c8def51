package jplay.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A way to a server that is as long and as bad as a test wants: it forwards TCP connections from a
 * port of this machine.
 *
 * <pre>{@code
 * try (var relay = Relay.to(host.ip(), 22)) {
 *     relay.delay(Duration.ofMillis(25)); // 50 ms for a round trip
 *     connect("127.0.0.1", relay.port());
 *     relay.cut();
 * }
 * }</pre>
 */
public final class Relay implements AutoCloseable {
    private static final int CHUNK = 64 * 1024;

    /** Chunks on their way in one direction: 16 MiB at most. */
    private static final int ON_THE_WAY = 256;

    private final InetSocketAddress server;
    private final ServerSocket listener;
    private final Thread listening;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private final AtomicInteger accepted = new AtomicInteger();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition lifted = lock.newCondition();
    private volatile Duration delay = Duration.ZERO;
    private volatile boolean blackhole;

    private Relay(InetSocketAddress server, ServerSocket listener) {
        this.server = server;
        this.listener = listener;
        listening = Thread.ofVirtual().unstarted(this::listen);
    }

    /** One to a server, on a free port. */
    public static Relay to(String host, int port) {
        try {
            var listener = new ServerSocket(0, 1024, InetAddress.getLoopbackAddress());
            var relay = new Relay(new InetSocketAddress(host, port), listener);
            relay.listening.start();
            return relay;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where it listens, on 127.0.0.1. */
    public int port() {
        return listener.getLocalPort();
    }

    /** How long each byte is on its way in one direction, from now on. */
    public void delay(Duration oneWay) {
        delay = oneWay;
    }

    /** While on, nothing arrives and nothing is closed, as behind a firewall that drops. */
    public void blackhole(boolean on) {
        lock.lock();
        try {
            blackhole = on;
            lifted.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Resets all connections; what is on its way is lost. New ones are taken as before. */
    public void cut() {
        sockets.forEach(this::reset);
    }

    /** How many connections were taken so far. */
    public int accepted() {
        return accepted.get();
    }

    /** Resets all connections; new ones are refused. */
    @Override
    public void close() {
        try {
            listener.close();
            // the port is open as long as somebody waits at it
            listening.join();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } finally {
            cut();
            blackhole(false);
        }
    }

    private void listen() {
        while (!listener.isClosed()) {
            try {
                var client = listener.accept();
                accepted.incrementAndGet();
                sockets.add(client);
                Thread.ofVirtual().start(() -> connect(client));
            } catch (IOException _) {
                // it is closed, or the client was gone at once
            }
        }
    }

    private void connect(Socket client) {
        var far = new Socket();
        sockets.add(far);
        try {
            client.setTcpNoDelay(true);
            far.setTcpNoDelay(true);
            // the handshake of TCP: a server speaks when its third packet has come
            pass(chunk(new byte[0], 3));
            far.connect(server);
            Thread.ofVirtual().start(() -> forward(client, far));
            Thread.ofVirtual().start(() -> forward(far, client));
        } catch (IOException _) {
            reset(client, far);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private record Chunk(byte[] bytes, long due) {
        boolean last() {
            return bytes.length == 0;
        }
    }

    private Chunk chunk(byte[] bytes, int ways) {
        return new Chunk(bytes, System.nanoTime() + ways * delay.toNanos());
    }

    /** Reads at once what comes and hands it over when it is due, so that no bandwidth is lost. */
    private void forward(Socket from, Socket to) {
        var way = new ArrayBlockingQueue<Chunk>(ON_THE_WAY);
        Thread.ofVirtual().start(() -> deliver(way, from, to));
        try {
            var in = from.getInputStream();
            var buffer = new byte[CHUNK];
            for (var count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                way.put(chunk(Arrays.copyOf(buffer, count), 1));
            }
            way.put(chunk(new byte[0], 1));
        } catch (IOException _) {
            reset(from, to);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void deliver(BlockingQueue<Chunk> way, Socket from, Socket to) {
        try {
            var out = to.getOutputStream();
            for (var chunk = way.take(); !chunk.last(); chunk = way.take()) {
                pass(chunk);
                out.write(chunk.bytes());
            }
            to.shutdownOutput();
            if (from.isOutputShutdown()) {
                close(from, to);
            }
        } catch (IOException _) {
            reset(from, to);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /** Waits until a chunk may arrive. */
    private void pass(Chunk chunk) throws InterruptedException {
        TimeUnit.NANOSECONDS.sleep(chunk.due() - System.nanoTime());
        lock.lock();
        try {
            while (blackhole) {
                lifted.await();
            }
        } finally {
            lock.unlock();
        }
    }

    private void reset(Socket... both) {
        for (var socket : both) {
            try {
                socket.setSoLinger(true, 0);
            } catch (IOException _) {
                // it is closed already
            }
        }
        close(both);
    }

    private void close(Socket... both) {
        for (var socket : both) {
            sockets.remove(socket);
            try {
                socket.close();
            } catch (IOException _) {
                // it is gone
            }
        }
    }
}
