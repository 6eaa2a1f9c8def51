package jplay.connection.ssh.login;

import net.schmizz.sshj.transport.Transport;
import net.schmizz.sshj.userauth.UserAuthImpl;

/** The library's, but what a server does not understand because it came too early harms nobody. */
final class Authentication extends UserAuthImpl {
    Authentication(Transport transport) {
        super(transport);
    }

    @Override
    public void notifyUnimplemented(long number) {
        // sent behind an attempt that failed
    }
}
