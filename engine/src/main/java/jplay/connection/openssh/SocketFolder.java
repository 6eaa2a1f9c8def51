package jplay.connection.openssh;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import jplay.config.Setting;
import jplay.config.Settings;
import jplay.module.TaskFailure;

/** The folder of ssh's sockets, which nobody else may enter. */
final class SocketFolder {
    private SocketFolder() {}

    static Path of(Settings settings) {
        var folder = settings.path(Setting.SSH_CONTROL_PATH_DIR).orElseThrow();
        try {
            if (!Files.isDirectory(folder)) {
                Files.createDirectories(folder);
                Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
            }
            if (!Files.isWritable(folder)) {
                throw new TaskFailure("Cannot write to ControlPath " + folder);
            }
            return folder;
        } catch (IOException e) {
            throw new TaskFailure("Cannot write to ControlPath " + folder);
        }
    }
}
