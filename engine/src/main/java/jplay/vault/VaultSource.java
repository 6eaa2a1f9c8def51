package jplay.vault;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where a password comes from.
 *
 * @param id its label
 * @param source a file, a program, or a way to ask for it
 */
public record VaultSource(String id, String source) {
    /** The source that asks whoever started the run. */
    public static final String PROMPT = "prompt";

    /** The same without naming the label. */
    public static final String PROMPT_UNLABELLED = "prompt_ask_vault_pass";

    private static final Pattern CLIENT = Pattern.compile(".*-client(\\.[^.]*)?");

    /** Asks for a password without showing it; empty when nobody answers. */
    @FunctionalInterface
    public interface Prompt {
        Optional<String> ask(String question);
    }

    /** Reads {@code label@source} or {@code source}. */
    public static VaultSource parse(String written, String defaultId) {
        var at = written.indexOf('@');
        return at < 0
                ? new VaultSource(defaultId, written)
                : new VaultSource(written.substring(0, at), written.substring(at + 1));
    }

    /**
     * The password.
     *
     * @param folder where relative paths start
     * @throws VaultException when there is none
     */
    public VaultSecret secret(Path folder, Prompt prompt) {
        if (source.equals(PROMPT) || source.equals(PROMPT_UNLABELLED)) {
            return new VaultSecret(id, asked(prompt));
        }
        var home = System.getProperty("user.home");
        var written = source.startsWith("~/") ? home + source.substring(1) : source;
        var file = folder.resolve(written).normalize();
        if (!Files.exists(file)) {
            throw new VaultException("The vault password file " + file + " was not found");
        }
        return new VaultSecret(
                id, Files.isExecutable(file) && !Files.isDirectory(file) ? told(file) : read(file));
    }

    private String asked(Prompt prompt) {
        var question = source.equals(PROMPT) ? "Vault password (" + id + "): " : "Vault password: ";
        var answer = prompt.ask(question);
        if (answer.isEmpty()) {
            throw new VaultException("EOFError (ctrl-d) on prompt for (" + id + ")");
        }
        return answer.map(String::strip)
                .filter(password -> !password.isEmpty())
                .orElseThrow(() ->
                        new VaultException(
                                "Invalid vault password was provided: it is empty (" + id + ")"));
    }

    private static String read(Path file) {
        try {
            var content = Files.readAllBytes(file);
            return password(content, "from file (" + file + ")");
        } catch (IOException e) {
            throw new VaultException(
                    "Could not read vault password file " + file + ": " + e.getMessage());
        }
    }

    private String told(Path program) {
        var command = new ArrayList<>(List.of(program.toString()));
        if (CLIENT.matcher(program.getFileName().toString()).matches()) {
            command.addAll(List.of("--vault-id", id));
        }
        try {
            var process =
                    new ProcessBuilder(command)
                            .redirectError(ProcessBuilder.Redirect.INHERIT)
                            .redirectInput(ProcessBuilder.Redirect.INHERIT)
                            .start();
            var output = process.getInputStream().readAllBytes();
            var status = process.waitFor();
            if (status != 0) {
                throw new VaultException(
                        "Vault password script " + program + " returned non-zero (" + status + ")");
            }
            return password(output, "from script (" + program + ")");
        } catch (IOException e) {
            throw new VaultException(
                    "Problem running vault password script " + program + ": " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new VaultException("Vault password script " + program + " was interrupted");
        }
    }

    private static String password(byte[] content, String where) {
        try {
            var text =
                    StandardCharsets.UTF_8
                            .newDecoder()
                            .decode(ByteBuffer.wrap(content))
                            .toString()
                            .strip();
            if (text.isEmpty()) {
                throw new VaultException("Invalid vault password was provided " + where);
            }
            return text;
        } catch (CharacterCodingException e) {
            throw new VaultException("The vault password " + where + " is not UTF-8 text");
        }
    }
}
