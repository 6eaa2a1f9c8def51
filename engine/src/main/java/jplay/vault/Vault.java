package jplay.vault;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The passwords of a run: opens what they encrypt, and encrypts. Thread-safe.
 *
 * <p>A text is tried with the passwords of its own label first, then with all others.
 */
public final class Vault {
    /** Without any password. */
    public static final Vault NONE = new Vault(List.of());

    private static final int SALT = 32;

    private final List<VaultSecret> secrets;
    private final boolean ownOnly;
    private final Map<String, String> opened = new ConcurrentHashMap<>();

    /** With passwords, in the order in which they are tried. */
    public Vault(List<VaultSecret> secrets) {
        this(secrets, false);
    }

    /**
     * With passwords, in the order in which they are tried.
     *
     * @param ownOnly whether a text with a label is tried with the passwords of that label only
     */
    public Vault(List<VaultSecret> secrets, boolean ownOnly) {
        this.secrets = List.copyOf(secrets);
        this.ownOnly = ownOnly;
    }

    /** The passwords. */
    public List<VaultSecret> secrets() {
        return secrets;
    }

    /** Whether a file's content, or the beginning of it, is encrypted. */
    public static boolean isEncrypted(byte[] content) {
        var header = VaultText.HEADER.getBytes(StandardCharsets.US_ASCII);
        return content.length >= header.length
                && ByteBuffer.wrap(content, 0, header.length).equals(ByteBuffer.wrap(header));
    }

    /** Whether a text is encrypted. */
    public static boolean isEncrypted(CharSequence text) {
        return text.toString().startsWith(VaultText.HEADER);
    }

    /**
     * A file's content in clear; what is not encrypted is answered as it is.
     *
     * @throws VaultException when no password opens it
     */
    public byte[] open(byte[] content) {
        return isEncrypted(content)
                ? decrypt(new String(content, StandardCharsets.ISO_8859_1))
                : content;
    }

    /**
     * A text in clear; the answer is kept, since every host asks for it.
     *
     * @throws VaultException when no password opens it
     */
    public String open(VaultText text) {
        return opened.computeIfAbsent(text.envelope(), envelope -> utf8(decrypt(envelope)));
    }

    private static String utf8(byte[] content) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString();
        } catch (CharacterCodingException e) {
            throw new VaultException("what was decrypted is not UTF-8 text");
        }
    }

    /**
     * The bytes in an encrypted text.
     *
     * @throws VaultException when it is not well formed, or no password opens it
     */
    public byte[] decrypt(String text) {
        var envelope = Envelope.parse(text);
        return opening(envelope).decrypted;
    }

    /**
     * The password that opens an encrypted text.
     *
     * @throws VaultException when there is none
     */
    public VaultSecret secretOf(String text) {
        return opening(Envelope.parse(text)).secret;
    }

    private record Opening(VaultSecret secret, byte[] decrypted) {}

    private Opening opening(Envelope envelope) {
        if (secrets.isEmpty()) {
            throw new VaultException("Attempting to decrypt but no vault secrets found.");
        }
        Comparator<VaultSecret> ownFirst =
                Comparator.comparing(secret -> !secret.id().equals(envelope.id()));
        return secrets.stream()
                .filter(secret ->
                        !ownOnly || !envelope.isLabelled() || secret.id().equals(envelope.id()))
                .sorted(ownFirst)
                .flatMap(secret -> opened(envelope, secret).stream())
                .findFirst()
                .orElseThrow(() ->
                        new VaultException(
                                "Decryption failed (no vault secrets were found that could decrypt)."));
    }

    private static Optional<Opening> opened(Envelope envelope, VaultSecret secret) {
        var sealed = envelope.sealed();
        return new VaultCipher(secret.password(), sealed.salt())
                .decrypt(sealed)
                .map(content -> new Opening(secret, content));
    }

    /** Encrypts with a random salt; the secret's label is written unless it is the default. */
    public static String encrypt(byte[] content, VaultSecret secret) {
        var salt = new byte[SALT];
        new SecureRandom().nextBytes(salt);
        return encrypt(content, secret, salt);
    }

    /** Encrypts with a given salt, so that the same content gives the same text. */
    public static String encrypt(byte[] content, VaultSecret secret, byte[] salt) {
        var sealed = new VaultCipher(secret.password(), salt).encrypt(content, salt);
        return new Envelope(secret.id(), sealed).text();
    }

    @Override
    public String toString() {
        return "Vault" + secrets;
    }
}
