package jplay.vault;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What an encrypted text says in clear.
 *
 * @param id the label of the password; {@link VaultSecret#DEFAULT} when it names none
 */
record Envelope(String id, Sealed sealed) {
    private static final int WIDTH = 80;
    private static final String CIPHER = "AES256";
    private static final Pattern SPACE = Pattern.compile("\\s+");

    /** The encrypted bytes, with what is needed to check and to open them. */
    record Sealed(byte[] salt, byte[] code, byte[] content) {}

    static Envelope parse(String text) {
        var end = text.indexOf('\n');
        var heading = (end < 0 ? text : text.substring(0, end)).strip().split(";", -1);
        if (heading.length < 3 || !heading[0].equals("$ANSIBLE_VAULT")) {
            throw new VaultException(
                    "Input is not vault encrypted data, want a first line such as $ANSIBLE_VAULT;1.1;AES256");
        }
        if (!heading[2].strip().equals(CIPHER)) {
            throw new VaultException("Cipher '" + heading[2].strip() + "' could not be found.");
        }
        var labelled = heading.length > 3 && !heading[1].strip().equals("1.1");
        var parts =
                new String(
                                unhex(text.substring(end < 0 ? text.length() : end)),
                                StandardCharsets.ISO_8859_1)
                        .split("\n", 3);
        if (parts.length < 3) {
            throw new VaultException(
                    "Vault vaulttext format error: got "
                            + parts.length
                            + " of 3 parts, the text is cut off");
        }
        return new Envelope(
                labelled ? heading[3].strip() : VaultSecret.DEFAULT,
                new Sealed(unhex(parts[0]), unhex(parts[1]), unhex(parts[2])));
    }

    private static byte[] unhex(String digits) {
        try {
            return HexFormat.of().parseHex(SPACE.matcher(digits).replaceAll(""));
        } catch (IllegalArgumentException e) {
            throw new VaultException("Vault format unhexlify error: Non-hexadecimal digit found");
        }
    }

    boolean isLabelled() {
        return !id.equals(VaultSecret.DEFAULT);
    }

    /** The text that {@link #parse} reads, with a newline at its end. */
    String text() {
        var hex = HexFormat.of();
        var inner =
                String.join(
                        "\n",
                        hex.formatHex(sealed.salt),
                        hex.formatHex(sealed.code),
                        hex.formatHex(sealed.content));
        var digits =
                hex.formatHex(inner.getBytes(StandardCharsets.US_ASCII)).toLowerCase(Locale.ROOT);
        var text = new StringBuilder("$ANSIBLE_VAULT;");
        text.append(isLabelled() ? "1.2;" + CIPHER + ";" + id : "1.1;" + CIPHER);
        for (var at = 0; at < digits.length(); at += WIDTH) {
            text.append('\n').append(digits, at, Math.min(digits.length(), at + WIDTH));
        }
        return text.append('\n').toString();
    }
}
