package jplay.connection;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import jplay.module.Answer;
import jplay.module.Plan;
import jplay.module.Remote;
import jplay.module.Report;
import jplay.module.Result;
import jplay.module.ScriptProtocol;
import jplay.module.type.Payload;

/** Carries out plans on one host for one task: the place where check mode is held. */
public final class PlanRunner {
    private final RemoteHost host;
    private final boolean check;
    private final boolean diff;

    /**
     * A runner that makes changes unless {@code check}; scripts are told whether diffs are wanted.
     */
    public PlanRunner(RemoteHost host, boolean check, boolean diff) {
        this.host = host;
        this.check = check;
        this.diff = diff;
    }

    /** The host, as modules see it while they plan. */
    public Remote remote() {
        return host;
    }

    /** Carries a plan out as far as the mode allows. */
    public Result run(Plan plan) {
        return switch (plan) {
            case Plan.Unchanged unchanged -> unchanged.result();
            case Plan.Failed failed -> failed.result().asFailed();
            case Plan.Change change -> apply(change);
            case Plan.Guarded guarded -> read(guarded, sent(guarded).get());
            case Plan.Foreseen foreseen -> judged(foreseen, sent(foreseen.guess()).get());
        };
    }

    /**
     * Sends a plan without waiting where all of it is known; its result is waited for when it is
     * asked for.
     */
    public Supplier<Result> send(Plan plan) {
        if (plan instanceof Plan.Guarded guarded) {
            var sent = sent(guarded);
            return () -> read(guarded, sent.get());
        }
        if (plan instanceof Plan.Foreseen foreseen) {
            var sent = sent(foreseen.guess());
            return () -> judged(foreseen, sent.get());
        }
        var done = run(plan);
        return () -> done;
    }

    private Result judged(Plan.Foreseen plan, Answer answer) {
        var reading = host.worker().protocol().read(answer);
        if (reading.failure().isPresent() || !reading.report().has("stale")) {
            return read(plan.guess(), answer);
        }
        return answer.cut() > 0
                ? Result.failure(RemoteHost.tooLong(answer))
                : run(plan.otherwise().apply(reading.report()));
    }

    private Result apply(Plan.Change change) {
        if (check) {
            var predicted = change.predicted();
            return predicted.changed(!predicted.values().containsKey("skipped"));
        }
        host.applying();
        return change.apply().get();
    }

    private Supplier<Answer> sent(Plan.Guarded plan) {
        var small = plan.payloads().stream().allMatch(RemoteHost::isSmall);
        if (check || !small) {
            var looking =
                    host.worker()
                            .send(request(plan, false, RemoteHost.absent(plan.payloads().size())));
            return () -> looked(plan, looking.await());
        }
        var sources = plan.payloads().stream().map(host::source).toList();
        var sent = host.worker().send(request(plan, true, sources));
        return sent::await;
    }

    /**
     * After a look alone: that is all in check mode; else the bytes are sent when they are needed.
     */
    private Answer looked(Plan.Guarded plan, Answer answer) {
        var reading = host.worker().protocol().read(answer);
        var broken = reading.failure().isPresent() || !reading.report().changeNeeded();
        if (check || broken) {
            return answer;
        }
        List<Payload> payloads = plan.payloads();
        var sources = payloads.stream().map(host::source).toList();
        return host.worker().call(request(plan, true, sources));
    }

    /** All of a plan in one request. */
    ShellRequest request(Plan.Guarded plan) {
        var sources =
                check
                        ? RemoteHost.absent(plan.payloads().size())
                        : plan.payloads().stream().map(host::source).toList();
        return request(plan, !check, sources);
    }

    private ShellRequest request(
            Plan.Guarded plan, boolean apply, List<ShellRequest.PayloadSource> payloads) {
        var words =
                new ArrayList<>(
                        List.of(
                                "guard",
                                plan.script().name(),
                                apply ? "apply" : "check",
                                diff ? "1" : "0"));
        words.addAll(plan.arguments());
        return host.request(List.of(plan.script()), words, Map.of(), payloads);
    }

    private Result read(Plan.Guarded plan, Answer answer) {
        return read(plan, host.worker().protocol(), answer);
    }

    /** What an answer means, told in a protocol. */
    static Result read(Plan.Guarded plan, ScriptProtocol protocol, Answer answer) {
        var reading = protocol.read(answer);
        if (reading.failure().isPresent()) {
            return Result.failure(reading.failure().get());
        }
        var result = judged(plan, reading.report());
        return answer.cut() > 0 ? shortened(result, answer) : result;
    }

    /** What a command of the user printed may be cut; what a module needs to know may not. */
    private static Result shortened(Result result, Answer answer) {
        if (!result.values().containsKey("rc")) {
            return Result.failure(RemoteHost.tooLong(answer));
        }
        return result.warn(RemoteHost.tooLong(answer));
    }

    private static Result judged(Plan.Guarded plan, Report report) {
        if (report.status() != 0 && !report.applied()) {
            return broken(plan, report);
        }
        var result = plan.reading().apply(report);
        var accepted = report.status() == 0 || result.failed() || result.values().containsKey("rc");
        if (!accepted) {
            return broken(plan, report);
        }
        if (result.values().get("changed") instanceof Boolean decided) {
            return result.changed(decided);
        }
        var skipped = result.values().containsKey("skipped");
        return result.changed(result.changed() || (report.changeNeeded() && !skipped));
    }

    private static Result broken(Plan.Guarded plan, Report report) {
        var why = report.errorText().strip();
        return Result.failure(
                        "%s failed with status %d%s"
                                .formatted(
                                        plan.script().name(),
                                        report.status(),
                                        why.isEmpty() ? "" : ": " + why))
                .with("rc", (long) report.status());
    }
}
