package jplay.connection;

/** The host cannot be reached, or was lost; whatever was under way may or may not have happened. */
public class UnreachableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public UnreachableException(String message) {
        super(message);
    }

    public UnreachableException(String message, Throwable cause) {
        super(message, cause);
    }
}
