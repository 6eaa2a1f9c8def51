package jplay.play;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import jplay.playbook.Block;
import jplay.playbook.Task;
import org.jspecify.annotations.Nullable;

/** How far one host got in its play. Owned by {@link PlayIterator}. */
final class HostState {
    /** Whether there is more to do, and if not, why. */
    enum Status {
        RUNNING,
        DONE,
        FAILED,
        UNREACHABLE
    }

    private final String host;
    private final Deque<Frame> frames = new ArrayDeque<>();
    private final HandlerQueue handlers;
    private final RoleLedger roles;
    private Status status = Status.RUNNING;
    private boolean ended;
    private Optional<Step> current = Optional.empty();
    private Optional<StartAt> startAt;

    HostState(String host, Program program, HandlerQueue handlers, RoleLedger roles) {
        this.host = host;
        this.handlers = handlers;
        this.roles = roles;
        this.startAt = program.startAt();
        frames.push(Frame.of(Frame.Kind.SECTIONS, program.nodes(), Map.of()));
    }

    Status status() {
        return status;
    }

    /** Whether the play was ended for the host before its last task. */
    boolean ended() {
        return ended;
    }

    /** The step the host is at; the same one until {@link #record} is told what came of it. */
    Optional<Step> current() {
        if (status != Status.RUNNING) {
            return Optional.empty();
        }
        if (current.isEmpty()) {
            current = find();
        }
        return current;
    }

    void record(Turn turn) {
        var role = current.flatMap(step -> step.task().role());
        current = Optional.empty();
        switch (turn) {
            case Turn.Done done -> {
                if (done.ran()) {
                    role.ifPresent(ran -> roles.ran(host, ran));
                }
            }
            case Turn.Failed _ -> fail();
            case Turn.Unreachable _ -> status = Status.UNREACHABLE;
            case Turn.Included included -> {
                role.ifPresent(ran -> roles.ran(host, ran));
                frames.push(Frame.included(included.splices(), frames.element().vars()));
            }
            case Turn.FlushHandlers _ ->
                    frames.push(
                            Frame.of(Frame.Kind.HANDLERS, handlers.all(), frames.element().vars()));
            case Turn.EndHost _ -> {
                frames.clear();
                ended = true;
            }
            case Turn.EndRole _ -> leaveRole();
        }
    }

    /**
     * Forgets that the host failed or was lost; it goes on where it was, if anything is left for
     * it.
     */
    void clearErrors() {
        status = Status.RUNNING;
    }

    /** Whether a failure now would be caught by a rescue. */
    boolean rescuable() {
        return frames.stream()
                .anyMatch(frame ->
                        frame.kind() == Frame.Kind.BODY
                                && frame.block()
                                        .map(block -> !block.rescue().isEmpty())
                                        .orElse(false));
    }

    /** Goes to the rescue or always part that catches the failure, or out of the play. */
    void fail() {
        current = Optional.empty();
        while (!frames.isEmpty()) {
            var frame = frames.pop();
            if (frame.block().isPresent() && caught(frame, frame.block().get())) {
                return;
            }
        }
        status = Status.FAILED;
    }

    private boolean caught(Frame frame, Block block) {
        if (frame.kind() == Frame.Kind.BODY && !block.rescue().isEmpty()) {
            frames.push(Frame.part(Frame.Kind.RESCUE, block, varsAround(), false));
            return true;
        }
        if (frame.kind() != Frame.Kind.ALWAYS && !block.always().isEmpty()) {
            frames.push(Frame.part(Frame.Kind.ALWAYS, block, varsAround(), true));
            return true;
        }
        return false;
    }

    private Map<String, @Nullable Object> varsAround() {
        return frames.isEmpty() ? Map.of() : frames.element().vars();
    }

    private Optional<Step> find() {
        while (!frames.isEmpty()) {
            var frame = frames.element();
            if (!frame.advance()) {
                leave(frames.pop());
                continue;
            }
            var step = reached(frame);
            if (step.isPresent()) {
                return step;
            }
        }
        if (status == Status.RUNNING) {
            status = Status.DONE;
        }
        return Optional.empty();
    }

    private Optional<Step> reached(Frame frame) {
        return switch (frame.node()) {
            case Block block -> {
                enter(block);
                yield Optional.empty();
            }
            case Task task ->
                    wanted(frame, task) ? Optional.of(step(frame, task)) : Optional.empty();
        };
    }

    private void enter(Block block) {
        if (block.role().isPresent() && roles.isDone(host, block.role().get())) {
            return;
        }
        frames.push(Frame.part(Frame.Kind.BODY, block, frames.element().vars(), false));
    }

    private void leave(Frame frame) {
        if (frame.block().isEmpty()) {
            return;
        }
        var block = frame.block().get();
        if (frame.failing()) {
            fail();
        } else if (frame.kind() != Frame.Kind.ALWAYS && !block.always().isEmpty()) {
            frames.push(Frame.part(Frame.Kind.ALWAYS, block, frames.element().vars(), false));
        } else {
            block.role().ifPresent(role -> roles.finished(host, role));
        }
    }

    private boolean wanted(Frame frame, Task task) {
        if (frame.kind() == Frame.Kind.HANDLERS && !handlers.take(host, task)) {
            return false;
        }
        if (startAt.isEmpty() || startAt.get().always(task)) {
            return true;
        }
        var found = startAt.get().reachedBy(task);
        if (found) {
            startAt = Optional.empty();
        }
        return found;
    }

    private Step step(Frame frame, Task task) {
        var path = new ArrayList<Integer>(frames.size() * 2);
        var handler = false;
        for (var outer = frames.descendingIterator(); outer.hasNext(); ) {
            var each = outer.next();
            path.add(each.kind().order());
            path.add(each.order());
            handler |= each.kind() == Frame.Kind.HANDLERS;
        }
        return new Step(host, task, new Position(path), handler, frame.vars(), Map.of());
    }

    private void leaveRole() {
        while (!frames.isEmpty()) {
            var role = frames.pop().block().flatMap(Block::role);
            if (role.isPresent()) {
                roles.finished(host, role.get());
                return;
            }
        }
    }
}
