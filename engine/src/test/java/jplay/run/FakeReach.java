package jplay.run;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import jplay.connection.Jobs;
import jplay.connection.UnreachableException;
import jplay.module.Answer;
import jplay.module.Command;
import jplay.module.Plan;
import jplay.module.Remote;
import jplay.module.Report;
import jplay.module.Result;
import jplay.module.ScriptProtocol;
import jplay.module.type.Mode;
import jplay.module.type.Payload;
import jplay.task.keyword.Target;

/**
 * Hosts that are only made up; those whose address is {@code nowhere} cannot be reached, and for
 * those at {@code broken} the JVM has no memory left. Keeps what was asked.
 */
final class FakeReach implements OpenReach {
    final List<String> log = Collections.synchronizedList(new ArrayList<>());

    @Override
    public Reached to(Target target) {
        if ("nowhere".equals(target.variables().get("ansible_host"))) {
            throw new UnreachableException(
                    "Failed to connect to the host via ssh: ssh: Could not resolve hostname nowhere: Name or service not known");
        }
        if ("broken".equals(target.variables().get("ansible_host"))) {
            throw new OutOfMemoryError("unable to create native thread");
        }
        return new FakeReached(target);
    }

    @Override
    public void reset(String host) {
        log.add("reset " + host);
    }

    @Override
    public void close() {
        log.add("closed");
    }

    private final class FakeReached implements Reached {
        private final Target target;

        FakeReached(Target target) {
            this.target = target;
        }

        @Override
        public Remote remote() {
            return new FakeRemote();
        }

        @Override
        public Result run(Plan plan, ApplyMode mode) {
            log.add("run " + target.host());
            return result(plan, mode);
        }

        @Override
        public Jobs jobs(ApplyMode mode) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Supplier<Result> send(Plan plan, ApplyMode mode) {
            if (!(plan instanceof Plan.Guarded guarded)) {
                var done = run(plan, mode);
                return () -> done;
            }
            log.add("send " + guarded.arguments());
            return () -> {
                log.add("await " + guarded.arguments());
                return result(plan, mode);
            };
        }

        private Result result(Plan plan, ApplyMode mode) {
            return switch (plan) {
                case Plan.Unchanged unchanged -> unchanged.result();
                case Plan.Failed failed -> failed.result().asFailed();
                case Plan.Change change ->
                        (mode.check() ? change.predicted() : change.apply().get()).changed(true);
                case Plan.Foreseen foreseen -> result(foreseen.guess(), mode);
                case Plan.Guarded guarded ->
                        guarded.reading()
                                .apply(
                                        new Report(
                                                true,
                                                true,
                                                Map.of("user", target.become().user()),
                                                0,
                                                new byte[0],
                                                new byte[0]))
                                .changed(true);
            };
        }
    }

    private final class FakeRemote implements Remote {
        @Override
        public Answer probe(Command command) {
            log.add("probe " + command.words());
            return new Answer(0, new byte[0], new byte[0]);
        }

        @Override
        public Answer exec(Command command) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void write(Payload payload, String path, Mode mode) {
            throw new UnsupportedOperationException();
        }

        @Override
        public ScriptProtocol protocol() {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean local() {
            return false;
        }
    }
}
