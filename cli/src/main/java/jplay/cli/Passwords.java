package jplay.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import jplay.config.Setting;
import jplay.config.Settings;
import jplay.console.Screen;

/** The passwords that a run needs from the beginning: asked for, or read from files. */
final class Passwords {
    private static final long PATIENCE_SECONDS = 60;

    private final Settings settings;
    private final Screen screen;

    Passwords(Settings settings, Screen screen) {
        this.settings = settings;
        this.screen = screen;
    }

    /** To log in with. */
    Optional<String> connection(PlaybookOptions.Connecting connecting) {
        if (connecting.askPassword || settings.is(Setting.ASK_PASS)) {
            return ask("SSH password: ");
        }
        return connecting
                .passwordFile
                .or(() -> settings.path(Setting.CONNECTION_PASSWORD_FILE))
                .map(Passwords::read);
    }

    /** To become another user with; an empty answer means the other password. */
    Optional<String> become(PlaybookOptions.Becoming becoming, Optional<String> connection) {
        if (becoming.askPassword || settings.is(Setting.BECOME_ASK_PASS)) {
            var hint = connection.isPresent() ? "[defaults to SSH password]" : "";
            return ask("BECOME password" + hint + ": ")
                    .filter(answer -> !answer.isEmpty())
                    .or(() -> connection);
        }
        return becoming.passwordFile
                .or(() -> settings.path(Setting.BECOME_PASSWORD_FILE))
                .map(Passwords::read);
    }

    private Optional<String> ask(String prompt) {
        return new StandardTerminal(screen).ask(prompt, false, Optional.<Duration>empty());
    }

    /** What a file holds, or what it prints when it is a program. */
    private static String read(Path file) {
        try {
            return (Files.isExecutable(file) ? printed(file) : Files.readString(file)).strip();
        } catch (IOException e) {
            throw new StartException(
                    ExitCode.ERROR, "the password file %s cannot be read".formatted(file));
        }
    }

    private static String printed(Path program) throws IOException {
        var process =
                new ProcessBuilder(program.toAbsolutePath().toString())
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        process.getOutputStream().close();
        var text =
                new String(
                        process.getInputStream().readAllBytes(),
                        java.nio.charset.StandardCharsets.UTF_8);
        try {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new StartException(
                        ExitCode.ERROR, "the password program %s failed".formatted(program));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartException(ExitCode.INTERRUPTED, "interrupted");
        }
        return text;
    }
}
