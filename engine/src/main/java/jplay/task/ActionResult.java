package jplay.task;

import java.util.List;
import jplay.module.Result;

/**
 * What an action reports and what it wants to happen; {@code skipped} when it decided to do
 * nothing.
 */
public record ActionResult(Result result, List<Effect> effects, boolean skipped) {
    public ActionResult {
        effects = List.copyOf(effects);
    }

    /** A result, and what follows from it. */
    public static ActionResult of(Result result, Effect... effects) {
        return new ActionResult(result, List.of(effects), false);
    }

    /** Nothing was done. */
    public static ActionResult skipped(Result result) {
        return new ActionResult(result, List.of(), true);
    }
}
