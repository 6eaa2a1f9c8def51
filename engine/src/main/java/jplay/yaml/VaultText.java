package jplay.yaml;

/**
 * A text encrypted with Ansible Vault, still encrypted; it is never a template before it is
 * decrypted.
 *
 * @param envelope the text from {@code $ANSIBLE_VAULT;} on
 */
public record VaultText(String envelope) {
    /** How an encrypted file or text begins. */
    public static final String HEADER = "$ANSIBLE_VAULT;";

    @Override
    public String toString() {
        return "<encrypted>";
    }
}
