package jplay.connection.ssh;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NoRouteToHostException;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.net.SocketFactory;
import jplay.connection.ssh.ConnectFailure.Again;
import jplay.connection.ssh.config.HostOptions;
import net.schmizz.sshj.SSHClient;

/** A TCP connection, or anything that looks like one. */
record SocketWire(Socket socket, int port) implements Wire {
    /** Connects to the first address of a host that answers. */
    static SocketWire to(SshTarget target) throws ConnectFailure {
        var options = target.options();
        ConnectFailure last =
                new ConnectFailure(
                        "ssh: Could not resolve hostname %s: Address family not supported"
                                .formatted(options.hostname()),
                        Again.NO);
        for (var address : addresses(options)) {
            try {
                return new SocketWire(socket(target, address), options.port());
            } catch (IOException e) {
                last =
                        new ConnectFailure(
                                "ssh: connect to host %s: %s"
                                        .formatted(target.address(), reason(e)),
                                Again.LATER,
                                e);
            }
        }
        throw last;
    }

    private static List<InetAddress> addresses(HostOptions options) throws ConnectFailure {
        try {
            return Arrays.stream(InetAddress.getAllByName(options.hostname()))
                    .filter(address ->
                            switch (options.text("AddressFamily").orElse("any")) {
                                case "inet" -> address instanceof Inet4Address;
                                case "inet6" -> address instanceof Inet6Address;
                                default -> true;
                            })
                    .toList();
        } catch (UnknownHostException e) {
            throw new ConnectFailure(
                    "ssh: Could not resolve hostname %s: Name or service not known"
                            .formatted(options.hostname()),
                    Again.LATER,
                    e);
        }
    }

    private static Socket socket(SshTarget target, InetAddress address) throws IOException {
        var options = target.options();
        var socket = new HeardSocket();
        try {
            socket.setTcpNoDelay(true);
            socket.setKeepAlive(options.flag("TCPKeepAlive", true));
            var from = options.text("BindAddress");
            if (from.isPresent()) {
                socket.bind(new InetSocketAddress(from.get(), 0));
            }
            var millis = (int) Math.min(Integer.MAX_VALUE, target.timeout().toMillis());
            socket.connect(new InetSocketAddress(address, options.port()), millis);
            return socket;
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    private static String reason(IOException thrown) {
        var said = String.valueOf(thrown.getMessage()).replaceFirst(" \\(.*\\)$", "");
        return switch (thrown) {
            case SocketTimeoutException _ -> "Connection timed out";
            case NoRouteToHostException _ ->
                    said.contains("unreachable") ? said : "No route to host";
            case ConnectException _ -> said;
            case SocketException _ when said.equals("Too many open files") ->
                    said
                            + ": each host needs one; raise what a program may open with ulimit -n"
                            + " (ulimit -Hn tells how far)";
            default -> said;
        };
    }

    @Override
    public void carry(SSHClient client, String name) throws IOException {
        client.setSocketFactory(new Connected(socket));
        client.connect(name, port);
    }

    @Override
    public String heard() {
        return socket instanceof HeardSocket attentive ? attentive.heard() : "";
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException _) {
            // it is gone
        }
    }

    /**
     * One that remembers the first words, and reads what is there at once: the library asks for a
     * few bytes at a time, and every time it asks costs as much as a packet.
     */
    private static final class HeardSocket extends Socket {
        private static final int SIZE = 2048;

        private Optional<FirstWords> words = Optional.empty();

        @Override
        public InputStream getInputStream() throws IOException {
            if (words.isEmpty()) {
                words =
                        Optional.of(
                                new FirstWords(
                                        new BufferedInputStream(super.getInputStream(), SIZE)));
            }
            return words.get();
        }

        String heard() {
            return words.map(FirstWords::heard).orElse("");
        }
    }

    /** Gives out the one socket, which is connected already. */
    private static final class Connected extends SocketFactory {
        private final Socket socket;

        Connected(Socket socket) {
            this.socket = socket;
        }

        @Override
        public Socket createSocket() {
            return socket;
        }

        @Override
        public Socket createSocket(String host, int port) {
            return socket;
        }

        @Override
        public Socket createSocket(String host, int port, InetAddress from, int fromPort) {
            return socket;
        }

        @Override
        public Socket createSocket(InetAddress host, int port) {
            return socket;
        }

        @Override
        public Socket createSocket(InetAddress host, int port, InetAddress from, int fromPort) {
            return socket;
        }
    }
}
