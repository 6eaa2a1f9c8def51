package jplay.modules.files;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import jplay.module.TaskFailure;

/** Knows files that Ansible's vault has encrypted. */
public final class VaultHeader {
    private static final byte[] MARK = "$ANSIBLE_VAULT;".getBytes(StandardCharsets.US_ASCII);

    private VaultHeader() {}

    /**
     * Refuses an encrypted file that would have to be decrypted, rather than copy what nobody can
     * read.
     */
    public static void refuse(Path file, boolean decrypt) {
        if (decrypt && encrypted(file)) {
            throw new TaskFailure(
                    ("%s is encrypted with vault, and decrypting files is not supported yet;"
                                    + " 'decrypt: no' copies it as it is")
                            .formatted(file));
        }
    }

    private static boolean encrypted(Path file) {
        try (var in = Files.newInputStream(file)) {
            return java.util.Arrays.equals(in.readNBytes(MARK.length), MARK);
        } catch (IOException e) {
            throw new TaskFailure("cannot read " + file + ": " + e.getMessage());
        }
    }
}
