package jplay.connection;

import java.time.Duration;
import java.util.LinkedHashMap;
import jplay.module.Result;
import jplay.module.TaskFailure;
import org.jspecify.annotations.Nullable;

/** What a task is told whose {@code timeout} has passed. */
final class TimeLimit {
    private TimeLimit() {}

    static TaskFailure passed(Duration limit) {
        var seconds = limit.toSeconds();
        var told = new LinkedHashMap<String, @Nullable Object>();
        told.put("frame", "Configure `DISPLAY_TRACEBACK` to see a traceback on timeout errors.");
        told.put("period", seconds);
        return new TaskFailure(
                Result.failure("Task failed: Timed out after %d second(s).".formatted(seconds))
                        .with("timedout", told));
    }
}
