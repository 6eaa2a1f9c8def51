package jplay.run;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import jplay.inventory.HostPattern;
import jplay.play.TagSelection;
import jplay.vars.RunVars;
import org.jspecify.annotations.Nullable;

/**
 * What the command line says about a run, beside what is a setting.
 *
 * @param told what magic variables tell of the command line; also check, diff, forks and verbosity
 *     of the run
 * @param startAt name of the task to begin with
 * @param extraVars {@code -e}
 * @param becomePassword asked for at the start
 * @param connectionPassword asked for at the start
 * @param step whether to ask before each task
 */
public record RunOptions(
        RunVars.Options told,
        TagSelection tags,
        Optional<String> startAt,
        Optional<HostPattern> limit,
        Map<String, @Nullable Object> extraVars,
        Optional<String> becomePassword,
        Optional<String> connectionPassword,
        boolean step) {
    /** Nothing given. */
    public static final RunOptions NONE =
            new RunOptions(
                    RunVars.Options.NONE,
                    TagSelection.ALL,
                    Optional.empty(),
                    Optional.empty(),
                    Map.of(),
                    Optional.empty(),
                    Optional.empty(),
                    false);

    public RunOptions {
        extraVars = Collections.unmodifiableMap(new LinkedHashMap<>(extraVars));
    }
}
