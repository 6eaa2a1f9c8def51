package jplay.connection.ssh;

import java.io.IOException;

/** A server was not reached; the message is one sentence in OpenSSH's words. */
final class ConnectFailure extends IOException {
    private static final long serialVersionUID = 1L;
    private final Again again;

    /** Whether it is worth trying again. */
    enum Again {
        /** Never: it would be refused again. */
        NO,
        /** When the user wants retries. */
        LATER,
        /** The server hung up without a word, as one does that is too busy to talk. */
        SOON,
        /** The server said that it lets nobody in at this time. */
        WHEN_LESS_BUSY
    }

    ConnectFailure(String message, Again again) {
        super(message);
        this.again = again;
    }

    ConnectFailure(String message, Again again, Throwable cause) {
        super(message, cause);
        this.again = again;
    }

    Again again() {
        return again;
    }
}
