package jplay.connection;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import jplay.module.Answer;
import jplay.module.Script;
import jplay.module.ScriptProtocol;
import jplay.module.TaskFailure;
import jplay.module.type.Payload;

/**
 * A worker whose shell is reached through three streams, however it was started.
 *
 * <p>A request is one subshell; behind it the shell prints a mark nobody can guess on both of its
 * output streams, which ends the answer. So output is byte-exact and a request cannot end the shell
 * or be taken for another's.
 */
public final class PipeWorker implements ShellWorker, AutoCloseable {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int CHUNK = 256 * 1024;

    private final ShellProcess shell;
    private final String mark = HexFormat.of().formatHex(RANDOM.generateSeed(16));
    private final Frames output = new Frames(mark);
    private final Frames errors = new Frames(mark);
    private final OutputStream input;
    private final Map<String, Script> known = new HashMap<>();
    private final Queue<Reply> outstanding = new ConcurrentLinkedQueue<>();
    private final ReentrantLock sending = new ReentrantLock();
    private final ReentrantLock receiving = new ReentrantLock();
    private final AtomicInteger unawaited = new AtomicInteger();
    private final AtomicInteger roundTrips = new AtomicInteger();
    private final AtomicInteger uploads = new AtomicInteger();
    private volatile boolean lost;

    public PipeWorker(ShellProcess shell) {
        this.shell = shell;
        this.input = shell.input();
        output.follow(shell.output(), "output of " + shell.name());
        errors.follow(shell.errors(), "errors of " + shell.name());
    }

    /** What tells a script's words from those of what it runs. */
    public ScriptProtocol protocol() {
        return new ScriptProtocol(mark);
    }

    /** Whether the shell is gone; a new worker is needed then. */
    public boolean lost() {
        return lost;
    }

    @Override
    public Pending send(ShellRequest request) {
        sending.lock();
        try {
            if (lost) {
                throw gone();
            }
            var reply = new Reply(request.timeout());
            var bytes = text(request).bytes();
            if (unawaited.getAndIncrement() == 0) {
                roundTrips.incrementAndGet();
            }
            outstanding.add(reply);
            input.write(bytes);
            input.flush();
            return reply;
        } catch (IOException e) {
            close();
            throw new UnreachableException(shell.name() + " is gone: " + e.getMessage(), e);
        } finally {
            sending.unlock();
        }
    }

    private ShellText text(ShellRequest request) throws IOException {
        var text = new ShellText();
        define(ScriptProtocol.PRELUDE, text);
        request.scripts().forEach(script -> define(script, text));
        text.code("( JPLAY_MARK=" + mark + "\n");
        request.environment()
                .forEach((name, value) -> text.code("export " + name + "=").word(value).code("\n"));
        var number = 0;
        for (var payload : request.payloads()) {
            number++;
            text.code("payload_" + number + "() { ");
            switch (payload) {
                case ShellRequest.PayloadSource.Inline inline -> text.printing(inline.payload());
                case ShellRequest.PayloadSource.Uploaded uploaded ->
                        text.code("cat ").word(uploaded.path());
                case ShellRequest.PayloadSource.Absent _ -> text.code("false");
            }
            text.code("; }\n");
        }
        if (request.input().length > 0) {
            text.printing(request.input()).code(" | ");
        }
        for (var word : request.words()) {
            text.word(word).code(" ");
        }
        text.code(request.input().length > 0 ? "\n)" : "</dev/null\n)");
        return text.code(
                "; printf '\\n%s %s\\n' " + mark + " $?; printf '\\n%s 0\\n' " + mark + " >&2\n");
    }

    private void define(Script script, ShellText text) {
        if (script.equals(known.get(script.name()))) {
            return;
        }
        script.needs().forEach(needed -> define(needed, text));
        text.code(script.text()).code("\n");
        known.put(script.name(), script);
    }

    @Override
    public String upload(Payload payload) {
        var path = shell.folder() + "/.jplay-" + mark + "-upload-" + uploads.incrementAndGet();
        try (var in = payload.open()) {
            Pending last = send(write("umask 077; set -C; : >" + ShellText.quoted(path)));
            for (var chunk = in.readNBytes(CHUNK); chunk.length > 0; chunk = in.readNBytes(CHUNK)) {
                var previous = last;
                last = send(append(chunk, path));
                expectOk(previous.await(), path);
            }
            expectOk(last.await(), path);
            return path;
        } catch (IOException e) {
            throw new TaskFailure("cannot read what is to be sent: " + e.getMessage());
        }
    }

    private static ShellRequest write(String code) {
        return ShellRequest.of("eval", code);
    }

    private static ShellRequest append(byte[] chunk, String path) {
        return new ShellRequest(
                java.util.List.of(),
                java.util.List.of("eval", "cat >>" + ShellText.quoted(path)),
                Map.of(),
                chunk,
                java.util.List.of(),
                Optional.empty());
    }

    private static void expectOk(Answer answer, String path) {
        if (!answer.ok()) {
            throw new TaskFailure("cannot write " + path + ": " + answer.errorText());
        }
    }

    @Override
    public int roundTrips() {
        return roundTrips.get();
    }

    private UnreachableException gone() {
        return new UnreachableException("lost the shell on " + shell.name());
    }

    /** Ends the shell and what it still runs; whoever waits is told that the host was lost. */
    @Override
    public void close() {
        lost = true;
        shell.end();
    }

    private final class Reply implements Pending {
        private final Optional<Duration> timeout;
        private final ReentrantLock awaiting = new ReentrantLock();
        private volatile Optional<Answer> answer = Optional.empty();
        private boolean awaited;
        private volatile boolean late;

        Reply(Optional<Duration> timeout) {
            this.timeout = timeout;
        }

        @Override
        public Answer await() {
            awaiting.lock();
            try {
                if (!awaited) {
                    awaited = true;
                    arrive();
                    unawaited.decrementAndGet();
                }
                return answer.filter(_ -> !late).orElseThrow(this::missing);
            } finally {
                awaiting.unlock();
            }
        }

        private RuntimeException missing() {
            return late
                    ? new TaskFailure(
                            "Timed out after %d second(s)."
                                    .formatted(timeout.orElseThrow().toSeconds()))
                    : gone();
        }

        private void arrive() {
            var watchdog = timeout.map(this::watch);
            try {
                receiving.lockInterruptibly();
                try {
                    while (answer.isEmpty() && receive()) {
                        // answers come in the order of the requests; earlier ones are handed to
                        // their replies
                    }
                } finally {
                    receiving.unlock();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                close();
            } finally {
                watchdog.ifPresent(Thread::interrupt);
            }
        }

        private Thread watch(Duration limit) {
            return Thread.ofVirtual()
                    .start(() -> {
                        try {
                            TimeUnit.NANOSECONDS.sleep(limit.toNanos());
                            late = true;
                            close();
                        } catch (InterruptedException _) {
                            // the answer came in time
                        }
                    });
        }
    }

    /** Hands the next answer to the reply it belongs to; false when no more will come. */
    private boolean receive() throws InterruptedException {
        var out = output.next();
        var err = errors.next();
        if (out.ended() || err.ended()) {
            lost = true;
            return false;
        }
        var note =
                out.dropped() || err.dropped()
                        ? "\n[the rest of the output is not kept: it is longer than "
                                + Frames.LIMIT
                                + " bytes]\n"
                        : "";
        var noted =
                note.isEmpty()
                        ? err.content()
                        : join(err.content(), note.getBytes(StandardCharsets.UTF_8));
        var reply = outstanding.remove();
        reply.answer =
                Optional.of(new Answer(Integer.parseInt(out.trailer()), out.content(), noted));
        return true;
    }

    private static byte[] join(byte[] first, byte[] second) {
        var both = java.util.Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }
}
