package jplay.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.util.Optional;
import jplay.config.Setting;
import jplay.config.Settings;
import jplay.console.LogFile;
import jplay.console.Screen;
import jplay.console.StatusLine;

/**
 * Decides how wide and colourful output is, and whether there is a line at the bottom.
 *
 * @param status only on a terminal that can move its cursor
 */
record ScreenSettings(Screen screen, Optional<StatusLine> status) {
    static ScreenSettings of(Settings settings, PrintStream out, PrintStream errors) {
        var terminal = StandardTerminal.console().isPresent();
        var colour =
                settings.is(Setting.FORCE_COLOR) || (terminal && !settings.is(Setting.NOCOLOR));
        var width = terminal ? columns() : Screen.PLAIN_WIDTH;
        var moves = terminal && !"dumb".equals(System.getenv().getOrDefault("TERM", "dumb"));
        var status = moves ? Optional.of(new StatusLine(out, width)) : Optional.<StatusLine>empty();
        var screen =
                new Screen(
                        status.map(line -> line.above(out)).orElse(out),
                        status.map(line -> line.above(errors)).orElse(errors),
                        width,
                        colour,
                        log(settings));
        return new ScreenSettings(screen, status);
    }

    private static Optional<LogFile> log(Settings settings) {
        return settings.path(Setting.LOG_PATH)
                .map(file -> {
                    try {
                        return new LogFile(file);
                    } catch (IOException e) {
                        throw new StartException(
                                ExitCode.ERROR,
                                "the log file %s cannot be written".formatted(file));
                    }
                });
    }

    private static int columns() {
        var columns = System.getenv("COLUMNS");
        return columns != null && columns.matches("\\d{2,4}")
                ? Integer.parseInt(columns)
                : Screen.PLAIN_WIDTH;
    }
}
