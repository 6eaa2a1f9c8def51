package jplay.run;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import jplay.connection.Connection;
import jplay.connection.ConnectionKind;
import jplay.connection.ConnectionKinds;
import jplay.connection.Destination;
import jplay.connection.Jobs;
import jplay.connection.PlanRunner;
import jplay.connection.RemoteHost;
import jplay.connection.ShellWorker;
import jplay.module.Plan;
import jplay.module.Remote;
import jplay.module.Result;
import jplay.module.TaskFailure;
import jplay.task.keyword.Target;
import jplay.task.keyword.TaskProblem;

/** The connections of a run: one per host and way to reach it, opened on first use. Thread-safe. */
final class LiveReach implements OpenReach {
    private final ConnectionKinds kinds;
    private final int outputLimit;
    private final Map<Destination, Connection> connections = new ConcurrentHashMap<>();

    /**
     * @param outputLimit bytes that are kept of what a task prints on one stream
     */
    LiveReach(ConnectionKinds kinds, int outputLimit) {
        this.kinds = kinds;
        this.outputLimit = outputLimit;
    }

    @Override
    public Reached to(Target target) {
        var name = String.valueOf(target.variables().getOrDefault("ansible_connection", "ssh"));
        var kind = kind(name);
        var variables = new LinkedHashMap<>(target.variables());
        variables.keySet().removeIf(variable -> !kind.heeds(variable));
        var destination = new Destination(target.host(), kind.names().getFirst(), variables);
        try {
            var live = new Live(target, connections.computeIfAbsent(destination, kind::open));
            live.host().keepAtMost(outputLimit);
            return live;
        } catch (TaskFailure refused) {
            throw new TaskFailure("Task failed: " + refused.getMessage());
        }
    }

    private ConnectionKind kind(String name) {
        try {
            return kinds.named(name);
        } catch (TaskFailure unknown) {
            throw TaskProblem.of(unknown.getMessage());
        }
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
        // each waits for its host a little
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            connections.values().forEach(connection -> threads.execute(connection::close));
        }
        kinds.close();
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
        public Optional<ShellWorker> worker() {
            return Optional.of(host.worker());
        }

        @Override
        public Result run(Plan plan, ApplyMode mode) {
            return new PlanRunner(host, mode.check(), mode.diff()).run(plan);
        }

        @Override
        public Jobs jobs(ApplyMode mode) {
            return new Jobs(host, new PlanRunner(host, mode.check(), mode.diff()));
        }

        @Override
        public Supplier<Result> send(Plan plan, ApplyMode mode) {
            return new PlanRunner(host, mode.check(), mode.diff()).send(plan);
        }
    }
}
