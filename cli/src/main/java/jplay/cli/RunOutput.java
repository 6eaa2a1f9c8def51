package jplay.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jplay.callback.Callback;
import jplay.callback.Callbacks;
import jplay.config.Setting;
import jplay.config.Settings;
import jplay.console.HumanOutput;
import jplay.console.JsonOutput;
import jplay.console.Screen;
import jplay.console.ShortOutput;
import jplay.console.StatusLine;
import jplay.console.callback.EnabledCallbacks;
import jplay.diagnostic.Diagnostic;
import jplay.diagnostic.Location;

/** Chooses who watches a run: one output, and what is enabled beside it. */
final class RunOutput {
    private RunOutput() {}

    /** What a run tells its events. */
    static Callback of(Settings settings, Screen screen, HumanOutput human) {
        var all = new ArrayList<Callback>();
        all.add(output(settings.text(Setting.STDOUT_CALLBACK), screen, human));
        all.addAll(
                new EnabledCallbacks(settings, screen)
                        .all(unknown ->
                                human.warned(
                                        Diagnostic.warning(
                                                Location.of("<configuration>"),
                                                1,
                                                "Skipping callback plugin '%s', unable to load"
                                                        .formatted(unknown)))));
        return new Callbacks(all);
    }

    /** The same with a line at the bottom of the terminal. */
    static Callback with(Callback output, Optional<StatusLine> status) {
        return status.<Callback>map(line -> new Callbacks(List.of(line, output))).orElse(output);
    }

    private static Callback output(String written, Screen screen, HumanOutput human) {
        return switch (written.substring(written.lastIndexOf('.') + 1)) {
            case "default", "yaml", "debug", "skippy" -> human;
            case "minimal" -> ShortOutput.minimal(screen, human);
            case "oneline" -> ShortOutput.oneLine(screen, human);
            case "json" -> new JsonOutput(screen, human);
            default ->
                    throw new StartException(
                            ExitCode.ERROR,
                            "Could not load '%s' callback plugin.".formatted(written));
        };
    }
}
