package jplay.cli;

/**
 * The command line asks for something that cannot begin; the message is one sentence for the user.
 */
final class StartException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final ExitCode code;

    StartException(ExitCode code, String message) {
        super(message);
        this.code = code;
    }

    ExitCode code() {
        return code;
    }
}
