package jplay.module.type;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.UnaryOperator;
import jplay.module.TaskFailure;

/**
 * A file or folder of the controller, found where Ansible looks for it (the role's {@code files/},
 * beside the playbook).
 *
 * @param written what the user wrote; a trailing slash matters to copy
 * @param path where it was found
 * @param vault opens what is encrypted with vault; throws {@link IllegalArgumentException} with the
 *     reason when it cannot
 */
public record LocalFile(String written, Path path, UnaryOperator<byte[]> vault) {
    private static final byte[] SEALED = "$ANSIBLE_VAULT;".getBytes(StandardCharsets.US_ASCII);

    /** A file where nothing is encrypted. */
    public LocalFile(String written, Path path) {
        this(written, path, UnaryOperator.identity());
    }

    /** Its content; in clear when {@code decrypt}. @throws TaskFailure when that cannot be had */
    public Payload content(boolean decrypt) {
        return content(path, decrypt);
    }

    /**
     * The content of a file in this folder; in clear when {@code decrypt}. @throws TaskFailure when
     * that cannot be had
     */
    public Payload content(Path file, boolean decrypt) {
        try {
            return decrypt && isSealed(file)
                    ? Payload.of(vault.apply(Files.readAllBytes(file)))
                    : Payload.of(file);
        } catch (IOException e) {
            throw new TaskFailure("cannot read " + file + ": " + e.getMessage());
        } catch (IllegalArgumentException e) {
            throw new TaskFailure("cannot decrypt " + file + ": " + e.getMessage());
        }
    }

    private static boolean isSealed(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            return Arrays.equals(in.readNBytes(SEALED.length), SEALED);
        }
    }
}
