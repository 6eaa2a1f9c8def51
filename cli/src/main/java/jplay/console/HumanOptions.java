package jplay.console;

import java.util.Locale;
import java.util.Set;
import jplay.config.Setting;
import jplay.config.Settings;

/**
 * What the user wants to see of a run.
 *
 * @param check whether the run changes nothing
 * @param failedToErrors whether failures go beside the results
 * @param checkMarkers whether headings say that nothing is changed
 * @param taskPath whether a failure names the place of its task
 */
public record HumanOptions(
        int verbosity,
        boolean check,
        boolean showSkipped,
        boolean showOk,
        boolean deprecations,
        boolean failedToErrors,
        boolean checkMarkers,
        boolean perHostStart,
        boolean taskPath,
        boolean customStats,
        ResultFormat format) {
    private static final Set<String> TRUE = Set.of("true", "yes", "on", "1", "y", "t");

    /** As settings say. */
    public static HumanOptions of(Settings settings, int verbosity, boolean check) {
        return new HumanOptions(
                verbosity,
                check,
                settings.is(Setting.DISPLAY_SKIPPED_HOSTS),
                settings.is(Setting.DISPLAY_OK_HOSTS),
                settings.is(Setting.DEPRECATION_WARNINGS),
                settings.is(Setting.DISPLAY_FAILED_STDERR),
                settings.is(Setting.CHECK_MODE_MARKERS),
                settings.is(Setting.SHOW_PER_HOST_START),
                settings.is(Setting.SHOW_TASK_PATH_ON_FAILURE),
                settings.is(Setting.SHOW_CUSTOM_STATS),
                format(settings));
    }

    private static ResultFormat format(Settings settings) {
        var pretty =
                switch (settings.text(Setting.CALLBACK_FORMAT_PRETTY)) {
                    case "" -> ResultFormat.Pretty.WHERE_READ;
                    case String text when TRUE.contains(text.toLowerCase(Locale.ROOT)) ->
                            ResultFormat.Pretty.ALWAYS;
                    default -> ResultFormat.Pretty.NEVER;
                };
        return new ResultFormat(
                settings.text(Setting.CALLBACK_RESULT_FORMAT).equals("yaml")
                        || settings.text(Setting.STDOUT_CALLBACK).matches("(.*\\.)?yaml"),
                pretty);
    }
}
