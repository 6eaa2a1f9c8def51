package jplay.inventory;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/** Members in the order they joined, each once; cheap to fill and to read from several threads. */
final class Roster<E> {
    private final ReentrantLock lock = new ReentrantLock();
    private final LinkedHashSet<E> members = new LinkedHashSet<>();
    private volatile Optional<List<E>> snapshot = Optional.of(List.of());

    /** Takes a member; false when it was there. */
    boolean add(E member) {
        lock.lock();
        try {
            var added = members.add(member);
            if (added) {
                snapshot = Optional.empty();
            }
            return added;
        } finally {
            lock.unlock();
        }
    }

    /** Lets a member go. */
    void remove(E member) {
        lock.lock();
        try {
            if (members.remove(member)) {
                snapshot = Optional.empty();
            }
        } finally {
            lock.unlock();
        }
    }

    /** All members now. */
    List<E> list() {
        return snapshot.orElseGet(this::take);
    }

    private List<E> take() {
        lock.lock();
        try {
            var taken = List.copyOf(members);
            snapshot = Optional.of(taken);
            return taken;
        } finally {
            lock.unlock();
        }
    }
}
