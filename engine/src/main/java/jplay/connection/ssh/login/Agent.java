package jplay.connection.ssh.login;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import net.schmizz.sshj.common.Buffer;

/** An ssh agent behind a Unix domain socket; a connection for each question. Thread-safe. */
record Agent(Path socket) {
    private static final byte LIST = 11;
    private static final byte LISTED = 12;
    private static final byte SIGN = 13;
    private static final byte SIGNED = 14;
    private static final int LONGEST = 1 << 20;

    /** The keys that it holds; none when there is no agent. */
    List<Identity> identities() {
        try {
            var answer = ask(new Buffer.PlainBuffer().putByte(LIST), LISTED);
            var found = new ArrayList<Identity>();
            for (var left = answer.readUInt32AsInt(); left > 0; left--) {
                var blob = answer.readBytes();
                var comment = answer.readString();
                found.add(new AgentIdentity(this, blob, "the agent's key " + comment));
            }
            return found;
        } catch (IOException _) {
            return List.of();
        }
    }

    byte[] sign(byte[] blob, byte[] data, int flags) throws IOException {
        var request =
                new Buffer.PlainBuffer()
                        .putByte(SIGN)
                        .putBytes(blob)
                        .putBytes(data)
                        .putUInt32(flags);
        return ask(request, SIGNED).readBytes();
    }

    private Buffer.PlainBuffer ask(Buffer.PlainBuffer request, byte wanted) throws IOException {
        try (var channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            channel.connect(UnixDomainSocketAddress.of(socket));
            var message = new Buffer.PlainBuffer().putBytes(request.getCompactData());
            var bytes = ByteBuffer.wrap(message.getCompactData());
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            var in = new DataInputStream(Channels.newInputStream(channel));
            var length = in.readInt();
            if (length < 1 || length > LONGEST) {
                throw new IOException("the agent answers nonsense");
            }
            var answer = new Buffer.PlainBuffer(in.readNBytes(length));
            if (answer.readByte() != wanted) {
                throw new IOException("the agent refuses");
            }
            return answer;
        }
    }
}
