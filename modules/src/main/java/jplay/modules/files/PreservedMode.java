package jplay.modules.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Collectors;
import jplay.module.TaskFailure;
import jplay.module.type.Mode;

/** What {@code mode: preserve} means: the permissions of the controller's file. */
final class PreservedMode {
    private PreservedMode() {}

    /** The mode itself, or that of the file. */
    static Mode of(Mode written, Path file) {
        if (!written.text().equals("preserve")) {
            return written;
        }
        try {
            var letters = PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
            var bits =
                    letters.chars()
                            .mapToObj(letter -> letter == '-' ? "0" : "1")
                            .collect(Collectors.joining());
            return Mode.parse(Long.parseLong(bits, 2));
        } catch (IOException e) {
            throw new TaskFailure("cannot read the permissions of " + file + ": " + e.getMessage());
        }
    }
}
