package jplay.run;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import jplay.connection.Connection;
import jplay.connection.PlanRunner;
import jplay.connection.RemoteHost;
import jplay.connection.local.LocalConnection;
import jplay.module.Plan;
import jplay.module.Remote;
import jplay.module.Result;
import jplay.module.TaskFailure;
import jplay.task.keyword.Target;
import org.jspecify.annotations.Nullable;

/** The connections of a run: one per host and way to reach it, opened on first use. Thread-safe. */
final class LiveReach implements OpenReach {
    private final Map<Key, Connection> connections = new ConcurrentHashMap<>();

    private record Key(String host, String kind, Map<String, @Nullable Object> variables) {
        /** What matters for the connection: where this machine is, an address says nothing. */
        static Key of(Target target) {
            var written =
                    String.valueOf(target.variables().getOrDefault("ansible_connection", "ssh"));
            var kind = written.substring(written.lastIndexOf('.') + 1);
            var variables = new LinkedHashMap<>(target.variables());
            if (kind.equals("local")) {
                variables.keySet().retainAll(Set.of("ansible_shell_executable"));
            }
            return new Key(target.host(), kind, variables);
        }
    }

    @Override
    public Reached to(Target target) {
        var connection = connections.computeIfAbsent(Key.of(target), LiveReach::open);
        return new Live(target, connection);
    }

    private static Connection open(Key key) {
        return switch (key.kind()) {
            case "local" -> local(key);
            default ->
                    throw new TaskFailure(
                            "Task failed: the connection plugin '"
                                    + key.kind()
                                    + "' was not found");
        };
    }

    private static Connection local(Key key) {
        var shell = key.variables().get("ansible_shell_executable");
        return shell == null
                ? new LocalConnection(key.host())
                : new LocalConnection(key.host(), List.of(shell.toString()));
    }

    @Override
    public void reset(String host) {
        connections
                .entrySet()
                .removeIf(entry -> {
                    var theirs = entry.getKey().host().equals(host);
                    if (theirs) {
                        entry.getValue().close();
                    }
                    return theirs;
                });
    }

    @Override
    public void close() {
        connections.values().forEach(Connection::close);
    }

    private record Live(RemoteHost host) implements Reached {
        Live(Target target, Connection connection) {
            this(
                    new RemoteHost(
                            connection, target.become(), target.environment(), target.timeout()));
        }

        @Override
        public Remote remote() {
            return host;
        }

        @Override
        public Result run(Plan plan, ApplyMode mode) {
            return new PlanRunner(host, mode.check(), mode.diff()).run(plan);
        }

        @Override
        public Supplier<Result> send(Plan.Guarded plan, ApplyMode mode) {
            return new PlanRunner(host, mode.check(), mode.diff()).send(plan);
        }
    }
}
