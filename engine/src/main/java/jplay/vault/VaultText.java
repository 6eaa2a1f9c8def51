package jplay.vault;

import jplay.diagnostic.Location;

/**
 * A text encrypted with Ansible Vault, still encrypted; it is never a template before it is
 * decrypted.
 *
 * @param envelope the text from {@code $ANSIBLE_VAULT;} on
 * @param origin where it was written
 */
public record VaultText(String envelope, Location origin) {
    /** How an encrypted file or text begins. */
    public static final String HEADER = "$ANSIBLE_VAULT;";

    @Override
    public String toString() {
        return "<encrypted>";
    }
}
