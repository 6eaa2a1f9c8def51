package jplay.connection;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import jplay.module.Answer;
import jplay.module.Command;
import jplay.module.Remote;
import jplay.module.Script;
import jplay.module.ScriptProtocol;
import jplay.module.TaskFailure;
import jplay.module.type.Mode;
import jplay.module.type.Payload;

/** A worker as modules see it, with the environment and the time limit of one task. */
public final class RemoteHost implements Remote {
    private static final Script WRITE = Script.beside(RemoteHost.class, "write");

    private final Connection connection;
    private final Become become;
    private final PipeWorker worker;
    private final Map<String, String> environment;
    private final Optional<Duration> timeout;
    private boolean applying;

    /**
     * A host for one task.
     *
     * @param environment exported for everything the task runs
     */
    public RemoteHost(
            Connection connection,
            Become become,
            Map<String, String> environment,
            Optional<Duration> timeout) {
        this.connection = connection;
        this.become = become;
        this.worker = (PipeWorker) connection.worker(become);
        this.environment = Map.copyOf(environment);
        this.timeout = timeout;
    }

    /** Bounds what is kept of what one request prints on one stream. */
    public void keepAtMost(int bytes) {
        worker.keepAtMost(bytes);
    }

    /** The shell that does what is asked. */
    public PipeWorker worker() {
        return worker;
    }

    /** Lets {@link #exec} and {@link #write} work from now on. */
    void applying() {
        applying = true;
    }

    @Override
    public Answer probe(Command command) {
        return whole(worker.call(request(command)));
    }

    private static Answer whole(Answer answer) {
        if (answer.cut() > 0) {
            throw new TaskFailure(tooLong(answer));
        }
        return answer;
    }

    /** Says that not all that was printed is there. */
    static String tooLong(Answer answer) {
        var all = answer.output().length + answer.errors().length + answer.cut();
        return "The output is longer than output_limit: %d of about %d bytes are not kept."
                .formatted(answer.cut(), all);
    }

    @Override
    public Answer exec(Command command) {
        if (!applying) {
            throw new IllegalStateException("a module may not change the host while it plans");
        }
        return whole(worker.call(request(command)));
    }

    @Override
    public void write(Payload payload, String path, Mode mode) {
        if (!applying) {
            throw new IllegalStateException("a module may not change the host while it plans");
        }
        var answer =
                worker.call(
                        request(
                                List.of(WRITE),
                                List.of("write_file", path, mode.text()),
                                Map.of(),
                                List.of(source(payload))));
        var reading = worker.protocol().read(answer);
        if (!answer.ok()) {
            throw new TaskFailure(
                    reading.failure().orElse("cannot write " + path + ": " + answer.errorText()));
        }
    }

    @Override
    public AtomicReference<Optional<Object>> note() {
        return worker.note();
    }

    @Override
    public boolean local() {
        return connection.local();
    }

    @Override
    public ScriptProtocol protocol() {
        return worker.protocol();
    }

    private ShellRequest request(Command command) {
        var scripts = command.script().map(List::of).orElse(List.of());
        var all = new LinkedHashMap<>(environment);
        all.putAll(command.environment());
        var payloads = command.payloads().stream().map(this::source).toList();
        return new ShellRequest(scripts, command.words(), all, command.input(), payloads, timeout);
    }

    ShellRequest request(
            List<Script> scripts,
            List<String> words,
            Map<String, String> more,
            List<ShellRequest.PayloadSource> payloads) {
        var all = new LinkedHashMap<>(environment);
        all.putAll(more);
        return new ShellRequest(scripts, words, all, new byte[0], payloads, timeout);
    }

    /**
     * How a payload gets to the host: inside the request when small, not at all where the host's
     * shell can read the file itself, else uploaded now.
     */
    ShellRequest.PayloadSource source(Payload payload) {
        if (isSmall(payload)) {
            return new ShellRequest.PayloadSource.Inline(payload);
        }
        return connection.local() && become.none() && payload instanceof Payload.LocalContent here
                ? new ShellRequest.PayloadSource.Present(
                        here.file().toAbsolutePath().normalize().toString())
                : new ShellRequest.PayloadSource.Uploaded(worker.upload(payload, timeout));
    }

    static boolean isSmall(Payload payload) {
        try {
            return payload.size() <= ShellRequest.INLINE_LIMIT;
        } catch (IOException e) {
            throw new TaskFailure("cannot read what is to be sent: " + e.getMessage());
        }
    }

    /** The payloads of a request that only looks. */
    static List<ShellRequest.PayloadSource> absent(int count) {
        var none = new ArrayList<ShellRequest.PayloadSource>();
        for (var i = 0; i < count; i++) {
            none.add(new ShellRequest.PayloadSource.Absent());
        }
        return none;
    }
}
