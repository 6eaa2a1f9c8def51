package jplay.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import jplay.config.Setting;
import jplay.config.Settings;
import jplay.config.Surroundings;
import jplay.connection.Questions;
import jplay.connection.ssh.SshDefaults;
import jplay.connection.ssh.config.Query;
import jplay.diagnostic.Diagnostic;
import jplay.diagnostic.PlaybookException;
import jplay.inventory.ShellWords;
import jplay.module.type.Secret;

/** What settings say about ssh. */
final class SshSettings {
    private SshSettings() {}

    static SshDefaults of(Settings settings, Optional<String> password, Questions questions) {
        return new SshDefaults(
                user(settings.surroundings()),
                password.map(Secret::new),
                settings.path(Setting.PRIVATE_KEY_FILE).map(Path::toString),
                new SshDefaults.Arguments(
                        first(settings),
                        words(settings, Setting.SSH_COMMON_ARGS),
                        words(settings, Setting.SSH_EXTRA_ARGS)),
                checking(settings),
                number(settings, Setting.SSH_TIMEOUT, settings.number(Setting.TIMEOUT)),
                settings.number(Setting.SSH_RETRIES),
                settings.text(Setting.EXECUTABLE),
                questions);
    }

    /** The default asks the system's ssh for what is done here anyway, and for compression. */
    private static List<String> first(Settings settings) {
        return settings.text(Setting.SSH_ARGS).equals(Setting.SSH_ARGS.fallback())
                ? List.of()
                : words(settings, Setting.SSH_ARGS);
    }

    private static List<String> words(Settings settings, Setting setting) {
        try {
            return ShellWords.split(settings.text(setting));
        } catch (IllegalArgumentException e) {
            throw wrong(settings, setting, e.getMessage());
        }
    }

    private static boolean checking(Settings settings) {
        var ours = settings.text(Setting.SSH_HOST_KEY_CHECKING);
        return ours.isEmpty()
                ? settings.is(Setting.HOST_KEY_CHECKING)
                : Settings.truth(ours)
                        .orElseThrow(() ->
                                wrong(
                                        settings,
                                        Setting.SSH_HOST_KEY_CHECKING,
                                        "got '" + ours + "', want true or false"));
    }

    private static int number(Settings settings, Setting setting, int orElse) {
        var text = settings.text(setting);
        if (!text.matches("\\d{0,6}")) {
            throw wrong(settings, setting, "got '" + text + "', want a number of seconds");
        }
        return text.isEmpty() ? orElse : Integer.parseInt(text);
    }

    private static PlaybookException wrong(Settings settings, Setting setting, String why) {
        return new PlaybookException(
                List.of(
                        Diagnostic.error(
                                settings.value(setting).location(),
                                1,
                                setting.key() + ": " + why)));
    }

    private static Query.LocalUser user(Surroundings surroundings) {
        return new Query.LocalUser(
                System.getProperty("user.name"),
                surroundings.home(),
                number(),
                hostname(),
                surroundings.environment());
    }

    private static String number() {
        try {
            return String.valueOf(Files.getAttribute(Path.of("/proc/self"), "unix:uid"));
        } catch (IOException | UnsupportedOperationException _) {
            return "";
        }
    }

    /** Without asking a name server. */
    private static String hostname() {
        try {
            return Files.readString(Path.of("/etc/hostname")).strip();
        } catch (IOException _) {
            return "localhost";
        }
    }
}
