package jplay.connection.ssh;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Arrays;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A line to a server that brings its words only to a client that has nothing more to say: how often
 * it does so is how often the client waited, however quick either is.
 */
final class PatientLine implements AutoCloseable {
    private static final long SILENCE_NANOS = Duration.ofMillis(500).toNanos();

    private final ServerSocket door;
    private final Socket server;
    private final Queue<byte[]> held = new ConcurrentLinkedQueue<>();
    private final AtomicInteger waits = new AtomicInteger();
    private volatile long lastWord = System.nanoTime();

    PatientLine(int port) throws IOException {
        door = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        server = new Socket(InetAddress.getLoopbackAddress(), port);
        Thread.ofVirtual().start(this::carry);
    }

    int port() {
        return door.getLocalPort();
    }

    int waits() {
        return waits.get();
    }

    private void carry() {
        try (var client = door.accept()) {
            Thread.ofVirtual().start(() -> pass(server, this::hold));
            Thread.ofVirtual().start(() -> pass(client, this::forward));
            while (!client.isClosed() && !server.isClosed()) {
                TimeUnit.MILLISECONDS.sleep(10);
                release(client.getOutputStream());
            }
        } catch (IOException | InterruptedException _) {
            close();
        }
    }

    private interface Carrier {
        void carry(byte[] bytes, int length) throws IOException;
    }

    private void pass(Socket from, Carrier carrier) {
        var bytes = new byte[65536];
        try (InputStream in = from.getInputStream()) {
            for (var length = in.read(bytes); length >= 0; length = in.read(bytes)) {
                carrier.carry(bytes, length);
            }
        } catch (IOException _) {
            close();
        }
    }

    private void hold(byte[] bytes, int length) {
        held.add(Arrays.copyOf(bytes, length));
    }

    private void forward(byte[] bytes, int length) throws IOException {
        lastWord = System.nanoTime();
        server.getOutputStream().write(bytes, 0, length);
    }

    private void release(OutputStream client) throws IOException {
        if (held.isEmpty() || System.nanoTime() - lastWord < SILENCE_NANOS) {
            return;
        }
        waits.incrementAndGet();
        lastWord = System.nanoTime();
        while (!held.isEmpty()) {
            client.write(held.remove());
        }
    }

    @Override
    public void close() {
        try {
            door.close();
            server.close();
        } catch (IOException _) {
            // it is gone
        }
    }
}
