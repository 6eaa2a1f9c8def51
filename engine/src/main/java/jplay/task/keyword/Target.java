package jplay.task.keyword;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import jplay.connection.Become;
import org.jspecify.annotations.Nullable;

/**
 * How a task reaches the host that it acts on.
 *
 * @param host its inventory name
 * @param variables rendered connection variables ({@code ansible_connection}, {@code ansible_host},
 *     ...)
 * @param environment of what the task runs
 */
public record Target(
        String host,
        Map<String, @Nullable Object> variables,
        Become become,
        Map<String, String> environment,
        Optional<Duration> timeout) {
    /** The same with a time limit, unless there is one already. */
    public Target within(Duration limit) {
        return new Target(
                host, variables, become, environment, timeout.or(() -> Optional.of(limit)));
    }
}
