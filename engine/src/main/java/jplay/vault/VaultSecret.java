package jplay.vault;

/**
 * A password with its label.
 *
 * @param id the label; {@link #DEFAULT} when none was given
 */
public record VaultSecret(String id, String password) {
    /** The label of a password that was given without one. */
    public static final String DEFAULT = "default";

    @Override
    public String toString() {
        return id + ":********";
    }
}
