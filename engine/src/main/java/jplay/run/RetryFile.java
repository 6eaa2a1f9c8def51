package jplay.run;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import jplay.config.Setting;
import jplay.config.Settings;
import jplay.diagnostic.Diagnostic;
import jplay.diagnostic.Location;
import jplay.playbook.Playbook;

/** Where the hosts that a run lost are listed, so that {@code --limit @FILE} takes them again. */
record RetryFile(Path path) {
    /** The file of a playbook: beside it, or in the folder that settings name. */
    static RetryFile of(Playbook playbook, Settings settings) {
        var file = playbook.file().toAbsolutePath().normalize();
        var name = file.getFileName().toString().replaceFirst("\\.[^.]*$", "") + ".retry";
        return new RetryFile(
                settings.path(Setting.RETRY_FILES_SAVE_PATH)
                        .map(folder -> folder.toAbsolutePath().resolve(name))
                        .orElseGet(() -> file.resolveSibling(name)));
    }

    /** Lists hosts, and says how to take them again. */
    void write(List<String> hosts, RunParts parts) {
        try {
            Files.createDirectories(path.getParent());
            Files.write(path, hosts);
            parts.terminal().say("\tto retry, use: --limit @" + path);
        } catch (IOException e) {
            var place = Location.of(path.toString());
            parts.callback()
                    .warned(
                            Diagnostic.warning(
                                    place,
                                    1,
                                    "Could not create retry file '%s': %s"
                                            .formatted(path, why(e))));
        }
    }

    private static String why(IOException thrown) {
        var reason =
                thrown instanceof FileSystemException file
                        ? Optional.ofNullable(file.getReason())
                        : Optional.ofNullable(thrown.getMessage());
        return reason.orElse("the folder cannot be written");
    }
}
