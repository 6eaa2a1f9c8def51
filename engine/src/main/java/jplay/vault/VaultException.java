package jplay.vault;

/**
 * Something cannot be encrypted or decrypted. The message is one sentence for the user, without the
 * place, and never holds a secret.
 */
public final class VaultException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    VaultException(String message) {
        super(message);
    }
}
