package jplay.connection;

import java.io.IOException;
import java.io.OutputStream;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import jplay.module.Answer;
import jplay.module.ScriptProtocol;
import jplay.module.TaskFailure;
import jplay.module.type.Payload;

/**
 * A worker whose shell is reached through three streams, however it was started.
 *
 * <p>A request is one subshell; behind it the shell prints a mark nobody can guess on both of its
 * output streams, which ends the answer. So output is byte-exact and a request cannot end the shell
 * or be taken for another's. What the shell printed before its first mark, such as a profile's
 * greeting, is nobody's.
 */
public final class PipeWorker implements ShellWorker, AutoCloseable {
    private static final SecureRandom RANDOM = new SecureRandom();

    /**
     * Ctrl-C ends shells of this machine as well; the run that it stops notices within this time.
     */
    private static final long STOP_MILLIS = 100;

    private final ShellProcess shell;
    private final String mark = HexFormat.of().formatHex(RANDOM.generateSeed(16));
    private final RequestText texts = new RequestText(mark);
    private final Frames output = new Frames(mark);
    private final Frames errors = new Frames(mark);
    private final OutputStream input;
    private final ShellEnd end;
    private final Queue<Reply> outstanding = new ConcurrentLinkedQueue<>();
    private final ReentrantLock sending = new ReentrantLock();
    private final ReentrantLock receiving = new ReentrantLock();
    private final AtomicInteger roundTrips = new AtomicInteger();
    private final AtomicReference<Optional<Object>> note = new AtomicReference<>(Optional.empty());
    private final FileLane lane;
    private volatile UploadProgress progress = (_, _) -> {};
    private boolean greeted;
    private volatile boolean lost;

    /**
     * A worker on a shell that was just started.
     *
     * @param another starts one more of the same user on the same host; throws {@link
     *     UnreachableException} when there can be none
     */
    public PipeWorker(ShellProcess shell, Supplier<ShellProcess> another) {
        this.shell = shell;
        this.lane = new FileLane(this, another);
        this.input = shell.input();
        this.end = new ShellEnd(shell);
        output.follow(shell.output(), "output of " + shell.name());
        errors.follow(shell.errors(), "errors of " + shell.name());
    }

    /** What tells a script's words from those of what it runs. */
    public ScriptProtocol protocol() {
        return new ScriptProtocol(mark);
    }

    /** What a module noted for later tasks; goes with the shell. */
    AtomicReference<Optional<Object>> note() {
        return note;
    }

    /**
     * Whether the shell is gone; a new worker is needed then. One that ended while it had nothing
     * to do is no loss to anybody.
     */
    public boolean lost() {
        return lost || (output.over() && outstanding.isEmpty());
    }

    /** Bounds what is kept of what one request prints on one stream. */
    public void keepAtMost(int bytes) {
        output.limit(bytes);
        errors.limit(bytes);
    }

    @Override
    public Pending send(ShellRequest request) {
        sending.lock();
        try {
            return post(texts.of(request), new Reply(request.timeout()));
        } catch (IOException e) {
            throw new TaskFailure("cannot read what is to be sent: " + e.getMessage());
        } finally {
            sending.unlock();
        }
    }

    private Reply post(byte[] text, Reply reply) {
        if (lost) {
            throw gone();
        }
        outstanding.add(reply);
        try {
            if (!greeted) {
                greeted = true;
                input.write(texts.greeting());
            }
            input.write(text);
            input.flush();
        } catch (IOException _) {
            // the shell is gone; what it said last is told to whoever waits
        }
        return reply;
    }

    @Override
    public String upload(Payload payload, Optional<Duration> timeout) {
        try {
            return lane.carrier(payload).take(payload, timeout, progress);
        } catch (IOException e) {
            throw new TaskFailure("cannot read what is to be sent: " + e.getMessage());
        }
    }

    private String take(Payload payload, Optional<Duration> timeout, UploadProgress watcher)
            throws IOException {
        var upload = new Upload(payload, mark, shell.folder());
        var begun = take(upload, new Reply(timeout), watcher);
        return begun.status() == Upload.NO_TOOL ? upload.inParts(this, end) : upload.named(begun);
    }

    /** The bytes go to the shell's own input, so nobody else may send meanwhile. */
    private Answer take(Upload upload, Reply taken, UploadProgress watcher) {
        sending.lock();
        try {
            var begun = post(texts.of(upload), new Reply(taken.timeout));
            post(new byte[0], taken);
            var answer = begun.await();
            if (answer.ok()) {
                end.uploaded(answer.text());
                taken.within(() -> feed(upload, watcher));
                return upload.judged(answer, taken.await());
            }
            taken.await();
            return answer;
        } finally {
            sending.unlock();
        }
    }

    private void feed(Upload upload, UploadProgress watcher) {
        try {
            upload.feed(input, watcher);
        } catch (IOException _) {
            close();
        }
    }

    @Override
    public void watchUploads(UploadProgress watcher) {
        progress = watcher;
    }

    @Override
    public int roundTrips() {
        return roundTrips.get() + lane.roundTrips();
    }

    private UnreachableException gone() {
        return new UnreachableException(end.reason());
    }

    /** Ends the shell and what it still runs; whoever waits is told that the host was lost. */
    @Override
    public void close() {
        lost = true;
        lane.close();
        end.end(outstanding.isEmpty(), output);
    }

    /**
     * The same when the connection is about to be closed: a shell that has nothing to do ends with
     * it, which nobody has to wait for.
     */
    public void closeWithConnection() {
        if (outstanding.isEmpty() && end.leavesNothing() && lane.unused()) {
            lost = true;
        } else {
            close();
        }
    }

    private final class Reply implements Pending {
        private final Optional<Duration> timeout;
        private final ReentrantLock awaiting = new ReentrantLock();

        /** What is sent before a wait ends travels together with what was waited for. */
        private final int sentAfter = roundTrips.get();

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
                    roundTrips.compareAndSet(sentAfter, sentAfter + 1);
                }
                return answer.filter(_ -> !late).orElseThrow(this::missing);
            } finally {
                awaiting.unlock();
            }
        }

        private RuntimeException missing() {
            return late ? TimeLimit.passed(timeout.orElseThrow()) : gone();
        }

        private void arrive() {
            within(() -> {
                try {
                    receiving.lockInterruptibly();
                    try {
                        while (answer.isEmpty() && receive()) {
                            // answers come in the order of the requests; earlier ones are handed to
                            // those who will ask
                        }
                    } finally {
                        receiving.unlock();
                    }
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    close();
                }
            });
        }

        /** Does something; when that takes too long, ends the shell meanwhile. */
        void within(Runnable work) {
            var watchdog = timeout.map(this::watch);
            try {
                work.run();
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
        var err = out.ended() ? errors.last() : errors.next();
        if (out.ended() || err.ended()) {
            lost = true;
            TimeUnit.MILLISECONDS.sleep(STOP_MILLIS);
            end.ended(out.content(), err.content());
            return false;
        }
        if (end.began(out.trailer())) {
            return true;
        }
        var cut = out.cut() + err.cut();
        outstanding.remove().answer =
                Optional.of(
                        new Answer(
                                Integer.parseInt(out.trailer()),
                                out.content(),
                                CutNote.behind(err, out.cut()),
                                cut));
        return true;
    }
}
