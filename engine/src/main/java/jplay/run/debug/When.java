package jplay.run.debug;

import jplay.result.TaskResult;

/**
 * When the debugger opens.
 *
 * @param enabled whether failures and lost hosts open it where nothing else is written
 * @param passesIgnored whether failures that a task ignores open nothing
 */
public record When(boolean enabled, boolean passesIgnored) {
    /** Whether a result opens it; {@code keyword} is what the task says, empty for nothing. */
    boolean opens(TaskResult result, String keyword) {
        var failed =
                result instanceof TaskResult.Failed failure
                        && !(failure.ignored() && passesIgnored);
        var lost = result instanceof TaskResult.Unreachable;
        return switch (keyword) {
            case "always" -> true;
            case "never" -> false;
            case "on_failed" -> failed;
            case "on_unreachable" -> lost;
            case "on_skipped" -> result instanceof TaskResult.Skipped;
            default -> enabled && (failed || lost);
        };
    }
}
