package jplay.template.lazy;

import jplay.template.python.PythonError;
import jplay.vault.Vault;
import jplay.vault.VaultException;
import jplay.vault.VaultText;
import org.jspecify.annotations.Nullable;

/**
 * A text of a variable that is encrypted until it is used; to an expression it is the text in
 * clear.
 */
public final class SealedText implements CharSequence {
    private final VaultText source;
    private final Vault vault;

    /** A text that a vault opens when it is needed. */
    public SealedText(VaultText source, Vault vault) {
        this.source = source;
        this.vault = vault;
    }

    /** As it was written. */
    public VaultText source() {
        return source;
    }

    @Override
    public String toString() {
        try {
            return vault.open(source);
        } catch (VaultException e) {
            throw PythonError.value("Attempt to use undecryptable variable: " + e.getMessage())
                    .within(source.origin().toString());
        }
    }

    @Override
    public int length() {
        return toString().length();
    }

    @Override
    public char charAt(int index) {
        return toString().charAt(index);
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return toString().substring(start, end);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SealedText sealed && sealed.source.equals(source);
    }

    @Override
    public int hashCode() {
        return source.hashCode();
    }
}
