/**
 * Texts and files that are encrypted with Ansible Vault, and the passwords that open them.
 *
 * <p>Entry types: {@link jplay.vault.Vault}, {@link jplay.vault.VaultText}. It knows neither YAML
 * nor templates.
 */
@NullMarked
package jplay.vault;

import org.jspecify.annotations.NullMarked;
