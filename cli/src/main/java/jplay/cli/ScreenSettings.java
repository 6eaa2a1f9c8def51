package jplay.cli;

import java.io.PrintStream;
import jplay.config.Setting;
import jplay.config.Settings;
import jplay.console.Screen;

/** Decides how wide and colourful output is. */
final class ScreenSettings {
    private ScreenSettings() {}

    static Screen screen(Settings settings, PrintStream out, PrintStream errors) {
        var terminal = StandardTerminal.console().isPresent();
        var colour =
                settings.is(Setting.FORCE_COLOR) || (terminal && !settings.is(Setting.NOCOLOR));
        return new Screen(out, errors, terminal ? columns() : Screen.PLAIN_WIDTH, colour);
    }

    private static int columns() {
        var columns = System.getenv("COLUMNS");
        return columns != null && columns.matches("\\d{2,4}")
                ? Integer.parseInt(columns)
                : Screen.PLAIN_WIDTH;
    }
}
