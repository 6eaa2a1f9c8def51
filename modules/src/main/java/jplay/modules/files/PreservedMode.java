package jplay.modules.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import jplay.module.Mode;
import jplay.module.TaskFailure;

/** What {@code mode: preserve} means: the permissions of the controller's file. */
final class PreservedMode {
    private PreservedMode() {}

    /** The mode itself, or that of the file. */
    static Mode of(Mode written, Path file) {
        if (!written.text().equals("preserve")) {
            return written;
        }
        try {
            var bits = 0L;
            for (var permission : Files.getPosixFilePermissions(file)) {
                bits |= 0400 >> order(permission);
            }
            return Mode.parse(bits);
        } catch (IOException e) {
            throw new TaskFailure("cannot read the permissions of " + file + ": " + e.getMessage());
        }
    }

    private static int order(PosixFilePermission permission) {
        return permission.ordinal();
    }
}
