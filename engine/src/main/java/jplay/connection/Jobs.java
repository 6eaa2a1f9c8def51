package jplay.connection;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import jplay.module.Answer;
import jplay.module.Command;
import jplay.module.Plan;
import jplay.module.Report;
import jplay.module.Result;
import jplay.module.Script;
import jplay.module.ScriptProtocol;
import jplay.module.TaskFailure;
import jplay.module.type.Payload;

/**
 * Guarded plans that a host carries out by itself, whatever becomes of the shell that started them.
 */
public final class Jobs {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Script ASYNC = Script.beside(Jobs.class, "async");
    private static final Script STOP = Script.beside(Jobs.class, "stop");
    private static final Script SUPERVISE = Script.beside(Jobs.class, "supervise", STOP);

    private final RemoteHost host;
    private final PlanRunner runner;

    /** Jobs of a host; {@code runner} says what of a plan is carried out. */
    public Jobs(RemoteHost host, PlanRunner runner) {
        this.host = host;
        this.runner = runner;
    }

    /**
     * A job.
     *
     * @param id its name, unique on the host
     * @param limit seconds after which it is stopped
     * @param told what whoever asks for it needs to know
     */
    public record Job(String id, long limit, String told) {}

    /**
     * How far a job is.
     *
     * @param report what was said of it; its output and errors are those of the job
     */
    public record State(Report report) {
        /** {@code none, running, lost, ended} or {@code read}. */
        public String name() {
            return report.said("state");
        }
    }

    /** Starts a job; says where its result will be. */
    public String start(Plan.Guarded plan, Job job) {
        var mark = HexFormat.of().formatHex(RANDOM.generateSeed(16));
        var request = runner.request(plan);
        try {
            var text = RequestText.alone(request, mark, SUPERVISE);
            var payloads =
                    List.of(
                            Payload.of(text),
                            Payload.of(job.told().getBytes(StandardCharsets.UTF_8)));
            return call(payloads, "async_start", job.id(), String.valueOf(job.limit()), mark)
                    .said("results_file");
        } catch (IOException e) {
            throw new TaskFailure("cannot read what is to be sent: " + e.getMessage());
        }
    }

    /** Looks at a job. */
    public State look(String id) {
        return new State(call(List.of(), "async_look", id));
    }

    /** What a job that ended came to. */
    public Result result(Plan.Guarded plan, State state) {
        var report = state.report();
        var answer = new Answer((int) report.number("status"), report.output(), report.errors());
        return PlanRunner.read(plan, new ScriptProtocol(report.said("mark")), answer);
    }

    /** Keeps the result of a job in place of what it printed. */
    public void keep(String id, String result) {
        call(List.of(Payload.of(result.getBytes(StandardCharsets.UTF_8))), "async_keep", id);
    }

    /** Removes what is left of a job; says what was there. */
    public Report erase(String id) {
        return call(List.of(), "async_erase", id);
    }

    private Report call(List<Payload> payloads, String function, String... arguments) {
        return host.look(Command.call(ASYNC, function, arguments).payloads(payloads));
    }
}
