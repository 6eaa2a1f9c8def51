package jplay.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import jplay.console.Screen;

/** The password for becoming another user: asked for, or read from a file. */
final class BecomePassword {
    private BecomePassword() {}

    static Optional<String> of(PlaybookOptions.Becoming becoming, Screen screen) {
        if (becoming.askPassword) {
            return new StandardTerminal(screen)
                    .ask("BECOME password: ", false, Optional.<Duration>empty());
        }
        return becoming.passwordFile.map(BecomePassword::read);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new StartException(
                    ExitCode.ERROR, "the password file %s cannot be read".formatted(file));
        }
    }
}
