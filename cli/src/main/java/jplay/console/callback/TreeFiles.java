package jplay.console.callback;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import jplay.callback.Callback;
import jplay.console.Results;
import jplay.console.Screen;
import jplay.console.Screen.Colour;
import jplay.result.TaskResult;

/** Ansible's callback {@code tree}: the last result of each host, in a file of its name. */
final class TreeFiles implements Callback {
    private final Path folder;
    private final Screen screen;

    TreeFiles(Path folder, Screen screen) {
        this.folder = folder;
        this.screen = screen;
    }

    @Override
    public void taskEnded(HostEvent event) {
        if (event.result() instanceof TaskResult.Skipped) {
            return;
        }
        try {
            Files.createDirectories(folder);
            var name = event.host().replace('/', '_');
            Files.writeString(folder.resolve(name), Results.oneLine(event));
        } catch (IOException e) {
            screen.errorLine(
                    "[WARNING]: Unable to write to " + folder + ": " + e.getMessage(),
                    Colour.BRIGHT_PURPLE);
        }
    }
}
