package jplay.strategy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import jplay.callback.Callback;
import jplay.callback.Callback.TaskHeading;
import jplay.diagnostic.Diagnostic;
import jplay.play.PlayIterator;
import jplay.play.Position;
import jplay.play.Program;
import jplay.play.Step;
import jplay.play.Turn;
import jplay.result.Tally;
import jplay.result.TaskResult;
import jplay.task.Outline;
import jplay.task.TaskEvent;
import jplay.task.TaskExecutor;
import jplay.task.TaskOutcome;

/**
 * A batch of hosts on its way through a play. Steps are started here and run on threads of their
 * own; what they tell is taken in and passed on by {@link #await}, on the one thread that calls it.
 */
public final class BatchRun {
    private static final String ONCE =
            "Using run_once with the free strategy is not currently supported. This task will still be executed for"
                    + " every host in the inventory list.";
    private static final String FATAL =
            "Using any_errors_fatal with the free strategy is not supported, as tasks are executed independently on"
                    + " each host";

    private final BatchSetting batch;
    private final Workshop workshop;
    private final Callback callback;
    private final Recorder recorder;
    private final BlockingQueue<Message> messages = new LinkedBlockingQueue<>();
    private final Map<Position, Outline> outlines = new HashMap<>();
    private final Map<Position, Semaphore> throttles = new HashMap<>();
    private Outline latest = new Outline("", false, false, 0, false, false, false);
    private Optional<Position> announced = Optional.empty();
    private boolean alone;
    private boolean warnedOfFatal;

    /** Who does the work: the executor, threads for it, and how many may be busy at a time. */
    public record Workshop(TaskExecutor executor, ExecutorService threads, Semaphore forks) {}

    private sealed interface Message {
        record Began(Step step) implements Message {}

        record Told(TaskEvent event) implements Message {}

        record Ended(TaskOutcome outcome) implements Message {}
    }

    /** Begins. */
    public BatchRun(BatchSetting batch, Workshop workshop, Callback callback, Tally tally) {
        this.batch = batch;
        this.workshop = workshop;
        this.callback = callback;
        this.recorder = new Recorder(batch, callback, tally);
    }

    PlayIterator iterator() {
        return batch.iterator();
    }

    /** Whether a step needs no executor; if so it is done. */
    boolean settledAtOnce(Step step) {
        if (!Program.implicit(step.task()) || !Outline.isMeta(step.task().action())) {
            return false;
        }
        iterator().record(step.host(), new Turn.FlushHandlers());
        return true;
    }

    /** Whether a round is to be run; words to the engine always are. */
    boolean wanted(Step step) {
        return Outline.isMeta(step.task().action()) || batch.consent().to(step);
    }

    /** The steps of a round that are really run: only the first when one host does it for all. */
    List<Step> active(List<Step> round) {
        var outline = outline(round.getFirst());
        return outline.once() ? round.subList(0, 1) : round;
    }

    /** No host does or breaks anything for the others, whatever tasks ask for. */
    void eachAlone() {
        alone = true;
    }

    private Outline outline(Step step) {
        return outlines.computeIfAbsent(step.position(), _ -> seen(step));
    }

    private Outline seen(Step step) {
        var outline = workshop.executor().outline(step);
        if (!alone) {
            return outline;
        }
        if (outline.shared()) {
            warn(step, ONCE);
        }
        if (outline.fatal() && !warnedOfFatal) {
            warnedOfFatal = true;
            warn(step, FATAL);
        }
        return outline.alone();
    }

    private void warn(Step step, String message) {
        callback.warned(Diagnostic.warning(step.task().location(), 1, message));
    }

    /** Shows that a task begins. */
    void announce(Step step) {
        callback.taskStarted(heading(step));
        announced = Optional.of(step.position());
    }

    private TaskHeading heading(Step step) {
        var outline = outline(step);
        return new TaskHeading(step.task(), outline.name(), step.handler(), outline.check());
    }

    /**
     * Whether hosts take turns, each with a heading of its own: so it is with words to the engine.
     */
    boolean oneByOne(Step step) {
        return outline(step).meta();
    }

    private void announceOnce(Step step) {
        if (announced.filter(step.position()::equals).isEmpty()) {
            announce(step);
        }
    }

    /** Words to the engine are shown only when there is something to tell of them. */
    private void announceWork(Step step, boolean silent) {
        if (!silent || !outline(step).meta()) {
            announceOnce(step);
        }
    }

    /** Starts a step on a thread of its own. */
    void start(Step step) {
        var throttle = throttle(step);
        workshop.threads()
                .execute(() -> {
                    try {
                        throttle.acquire();
                        workshop.forks().acquire();
                        run(step);
                        workshop.forks().release();
                        throttle.release();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                });
    }

    private Semaphore throttle(Step step) {
        var limit = outline(step).throttle();
        return throttles.computeIfAbsent(
                step.position(), _ -> new Semaphore(limit > 0 ? limit : Integer.MAX_VALUE, true));
    }

    private void run(Step step) {
        messages.add(new Message.Began(step));
        var outcome = workshop.executor().run(step, event -> messages.add(new Message.Told(event)));
        messages.add(new Message.Ended(outcome));
    }

    /** Waits until a step ends and takes in what it came to. */
    Step await() throws InterruptedException {
        var over = Optional.<Step>empty();
        while (over.isEmpty()) {
            over = taken(messages.take());
        }
        return over.get();
    }

    private Optional<Step> taken(Message message) throws InterruptedException {
        switch (message) {
            case Message.Began began -> {
                announceWork(began.step(), true);
                callback.hostStarted(heading(began.step()), began.step().host());
            }
            case Message.Told told -> {
                announceOnce(told.event().step());
                recorder.tell(told.event(), outline(told.event().step()).name());
            }
            case Message.Ended ended -> {
                return ended(ended.outcome());
            }
        }
        return Optional.empty();
    }

    /** The step that is over, unless it is begun again. */
    private Optional<Step> ended(TaskOutcome outcome) throws InterruptedException {
        var step = outcome.step();
        announceWork(step, outcome.result() instanceof TaskResult.Ok);
        latest = outline(step);
        var again = recorder.record(outcome, latest);
        again.ifPresent(this::start);
        return again.isPresent() ? Optional.empty() : Optional.of(step);
    }

    /** A host has no part in a step that another did for it. */
    void passOver(Step step) {
        recorder.passOver(step);
    }

    /** All hosts of a round are done. */
    void roundEnded() {
        recorder.roundEnded(latest);
    }
}
