package jplay.cli;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import jplay.callback.Callback;
import jplay.config.Setting;
import jplay.config.Settings;
import jplay.console.Screen;
import jplay.diagnostic.Diagnostic;
import jplay.diagnostic.Location;
import jplay.playbook.Playbook;
import jplay.result.Recap;

/** Writes the hosts that did not come through to a file, for {@code --limit @file}. */
final class RetryFile implements Callback {
    private final Optional<Path> folder;
    private final Screen screen;
    private final Consumer<Diagnostic> warnings;
    private Path file = Path.of("");

    private RetryFile(Optional<Path> folder, Screen screen, Consumer<Diagnostic> warnings) {
        this.folder = folder;
        this.screen = screen;
        this.warnings = warnings;
    }

    /** One, when the settings want one. */
    static Optional<Callback> of(Settings settings, Screen screen, Consumer<Diagnostic> warnings) {
        return settings.is(Setting.RETRY_FILES_ENABLED)
                ? Optional.of(
                        new RetryFile(
                                settings.path(Setting.RETRY_FILES_SAVE_PATH), screen, warnings))
                : Optional.empty();
    }

    @Override
    public void playbookStarted(Playbook playbook) {
        var path = playbook.file().toAbsolutePath().normalize();
        var name = path.getFileName().toString().replaceFirst("\\.[^.]*$", "") + ".retry";
        file = folder.map(base -> base.resolve(name)).orElseGet(() -> path.resolveSibling(name));
    }

    @Override
    public void playbookEnded(Recap recap) {
        var hosts =
                recap.hosts().entrySet().stream()
                        .filter(host ->
                                host.getValue().failed() + host.getValue().unreachable() > 0)
                        .map(Map.Entry::getKey)
                        .collect(Collectors.joining("\n"));
        if (hosts.isEmpty()) {
            return;
        }
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, hosts + "\n");
            screen.line("\tto retry, use: --limit @" + file);
        } catch (IOException e) {
            warnings.accept(
                    Diagnostic.warning(
                            Location.of("<configuration>"),
                            1,
                            "Could not create retry file '%s': %s".formatted(file, why(e))));
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
