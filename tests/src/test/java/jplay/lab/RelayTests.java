package jplay.lab;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RelayTests {
    private final ServerSocket server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    private final Relay relay = Relay.to("127.0.0.1", server.getLocalPort());

    RelayTests() throws IOException {
        Thread.ofVirtual().start(this::echo);
    }

    @AfterEach
    void close() throws IOException {
        relay.close();
        server.close();
    }

    private void echo() {
        while (!server.isClosed()) {
            try {
                var socket = server.accept();
                Thread.ofVirtual()
                        .start(() -> {
                            try (socket) {
                                socket.getInputStream().transferTo(socket.getOutputStream());
                            } catch (IOException _) {
                                // cut
                            }
                        });
            } catch (IOException _) {
                // closed
            }
        }
    }

    private Socket connect() throws IOException {
        var socket = new Socket(InetAddress.getLoopbackAddress(), relay.port());
        socket.setSoTimeout(10_000);
        return socket;
    }

    @Test
    void forwardsEveryByteAndTheEnd() throws Exception {
        var sent = new byte[3_000_000];
        new Random(1).nextBytes(sent);
        try (var socket = connect()) {
            Thread.ofVirtual()
                    .start(() -> {
                        try {
                            socket.getOutputStream().write(sent);
                            socket.shutdownOutput();
                        } catch (IOException _) {
                            // the comparison fails
                        }
                    });
            assertArrayEquals(sent, socket.getInputStream().readAllBytes());
        }
    }

    @Test
    void delaysEachWay() throws Exception {
        try (var socket = connect()) {
            socket.getOutputStream().write(1);
            assertEquals(1, socket.getInputStream().read());
            relay.delay(Duration.ofMillis(100));
            var begun = System.nanoTime();
            socket.getOutputStream().write(2);
            assertEquals(2, socket.getInputStream().read());
            var millis = Duration.ofNanos(System.nanoTime() - begun).toMillis();
            assertTrue(millis >= 200, () -> millis + " ms");
        }
    }

    @Test
    void cutsWhatIsOpenAndTakesNewConnections() throws Exception {
        try (var old = connect()) {
            old.getOutputStream().write(1);
            assertEquals(1, old.getInputStream().read());
            relay.cut();
            assertThrows(SocketException.class, () -> old.getInputStream().read());
        }
        try (var next = connect()) {
            next.getOutputStream().write(1);
            assertEquals(1, next.getInputStream().read());
        }
        assertEquals(2, relay.accepted());
        relay.close();
        assertThrows(ConnectException.class, this::connect);
    }

    @Test
    void keepsWhatIsSentIntoABlackholeUntilItIsLifted() throws Exception {
        try (var socket = connect()) {
            relay.blackhole(true);
            socket.setSoTimeout(200);
            socket.getOutputStream().write(1);
            assertThrows(SocketTimeoutException.class, () -> socket.getInputStream().read());
            relay.blackhole(false);
            socket.setSoTimeout(10_000);
            assertEquals(1, socket.getInputStream().read());
        }
    }
}
