package jplay.connection.ssh.login;

import java.io.IOException;

/** The server does not let the user in; the message is one sentence. */
public final class LoginException extends IOException {
    private static final long serialVersionUID = 1L;

    LoginException(String message) {
        super(message);
    }
}
