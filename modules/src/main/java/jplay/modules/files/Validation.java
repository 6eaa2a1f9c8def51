package jplay.modules.files;

import java.util.Optional;
import java.util.stream.Collectors;
import jplay.modules.commands.Words;

/** A command that judges a new file before it is put in place. */
public final class Validation {
    private Validation() {}

    /**
     * The command as a shell text in which {@code $1} is the file. Nothing else in it is expanded.
     * A text that begins with {@code !} says why no file can be judged.
     */
    public static String script(Optional<String> command) {
        if (command.isEmpty() || command.get().isEmpty()) {
            return "";
        }
        if (!command.get().contains("%s")) {
            return "!validate must contain %s: " + command.get();
        }
        return Words.of(command.get()).stream()
                .map(word -> "'" + word.replace("'", "'\\''").replace("%s", "'\"$1\"'") + "'")
                .collect(Collectors.joining(" "));
    }
}
