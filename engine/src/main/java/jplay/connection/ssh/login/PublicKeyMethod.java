package jplay.connection.ssh.login;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import net.schmizz.sshj.common.Buffer;
import net.schmizz.sshj.common.Message;
import net.schmizz.sshj.common.SSHPacket;
import net.schmizz.sshj.transport.TransportException;
import net.schmizz.sshj.userauth.UserAuthException;
import net.schmizz.sshj.userauth.method.AbstractAuthMethod;

/**
 * Logging in with one key. A key that can sign at once does so, which saves a round trip; of others
 * it is asked first whether the server would take it.
 */
final class PublicKeyMethod extends AbstractAuthMethod {
    private final Identity identity;
    private final Deque<String> algorithms;
    private final Login.Behind behind;

    /**
     * One of an attempt.
     *
     * @param algorithms what the server may know the key's algorithm as
     * @param behind sent behind the signature by the last of them
     */
    PublicKeyMethod(Identity identity, List<String> algorithms, Login.Behind behind) {
        super("publickey");
        this.identity = identity;
        this.algorithms = new ArrayDeque<>(algorithms);
        this.behind = behind;
    }

    @Override
    public void request() throws UserAuthException, TransportException {
        super.request();
        if (identity.ready()) {
            follow();
        }
    }

    private void follow() throws TransportException {
        if (algorithms.size() == 1) {
            behind.send();
        }
    }

    @Override
    protected SSHPacket buildReq() throws UserAuthException {
        return identity.ready() ? signed() : unsigned(false);
    }

    private SSHPacket unsigned(boolean signature) throws UserAuthException {
        return super.buildReq()
                .putBoolean(signature)
                .putString(algorithms.getFirst())
                .putBytes(identity.blob());
    }

    private SSHPacket signed() throws UserAuthException {
        var request = unsigned(true);
        var data =
                new Buffer.PlainBuffer()
                        .putString(params.getTransport().getSessionID())
                        .putBuffer(request)
                        .getCompactData();
        try {
            return request.putBytes(identity.sign(algorithms.getFirst(), data));
        } catch (IOException e) {
            throw new UserAuthException("%s: %s".formatted(identity.name(), e.getMessage()), e);
        }
    }

    @Override
    public void handle(Message message, SSHPacket packet)
            throws UserAuthException, TransportException {
        if (message != Message.USERAUTH_60) {
            super.handle(message, packet);
            return;
        }
        params.getTransport().write(signed());
        follow();
    }

    /** An old server may know an RSA key only under another name. */
    @Override
    public boolean shouldRetry() {
        algorithms.removeFirst();
        return !algorithms.isEmpty();
    }
}
