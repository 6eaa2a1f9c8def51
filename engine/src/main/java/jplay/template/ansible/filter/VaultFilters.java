package jplay.template.ansible.filter;

import static jplay.template.filter.Filter.filter;

import java.nio.charset.StandardCharsets;
import java.util.List;
import jplay.diagnostic.Location;
import jplay.template.filter.Filter;
import jplay.template.filter.FilterCall;
import jplay.template.lazy.SealedText;
import jplay.template.python.Bytes;
import jplay.template.python.PythonError;
import jplay.template.python.Text;
import jplay.template.python.Types;
import jplay.vault.Vault;
import jplay.vault.VaultException;
import jplay.vault.VaultSecret;
import jplay.vault.VaultText;
import org.jspecify.annotations.Nullable;

/** {@code vault} and {@code unvault}: texts encrypted with a password that the template gives. */
final class VaultFilters {
    private static final Location PLACE = Location.of("<filter vault>");

    static final List<Filter> TABLE =
            List.of(
                    filter(
                            "unvault(vault, secret, vault_id='filter_default', vaultid=none)",
                            VaultFilters::unvault),
                    filter(
                            "vault(data, secret, salt=none, vault_id='filter_default',"
                                    + " wrap_object=false, vaultid=none)",
                            VaultFilters::vault));

    private VaultFilters() {}

    private static VaultSecret secret(FilterCall call) {
        if (!(call.get("secret") instanceof CharSequence secret)) {
            throw PythonError.type(
                    "Secret passed is required to be a string, instead we got <class '"
                            + Types.name(call.get("secret"))
                            + "'>.");
        }
        return new VaultSecret(
                call.text(call.has("vaultid") ? "vaultid" : "vault_id"), secret.toString());
    }

    private static Object vault(FilterCall call) {
        var secret = secret(call);
        var data = data(call.value());
        var salt = call.get("salt");
        var text =
                salt == null
                        ? Vault.encrypt(data, secret)
                        : Vault.encrypt(
                                data, secret, Text.of(salt).getBytes(StandardCharsets.UTF_8));
        return call.flag("wrap_object")
                ? new SealedText(new VaultText(text, PLACE), new Vault(List.of(secret)))
                : text;
    }

    private static byte[] data(@Nullable Object value) {
        return switch (value) {
            case CharSequence text -> text.toString().getBytes(StandardCharsets.UTF_8);
            case Bytes bytes -> bytes.content();
            case null, default ->
                    throw PythonError.type(
                            "Can only vault strings, instead we got <class '"
                                    + Types.name(value)
                                    + "'>.");
        };
    }

    private static String unvault(FilterCall call) {
        var vault = new Vault(List.of(secret(call)));
        if (!(call.value() instanceof CharSequence text)) {
            throw PythonError.type(
                    "Vault should be in the form of a string, instead we got <class '"
                            + Types.name(call.value())
                            + "'>.");
        }
        var written = text instanceof SealedText sealed ? sealed.source().envelope() : text;
        if (!Vault.isEncrypted(written)) {
            return text.toString();
        }
        try {
            return vault.open(new VaultText(written.toString(), PLACE));
        } catch (VaultException e) {
            throw PythonError.value("Unable to decrypt: " + e.getMessage());
        }
    }
}
