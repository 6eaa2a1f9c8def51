package jplay.connection.process;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import jplay.connection.Become;
import jplay.connection.Connection;
import jplay.connection.PipeWorker;
import jplay.connection.ShellWorker;
import jplay.connection.UnreachableException;

/** A host whose shells are carried by programs of the controller. */
public final class ProcessConnection implements Connection {
    private final ShellStart start;
    private final Map<Become, PipeWorker> workers = new HashMap<>();
    private final ReentrantLock lock = new ReentrantLock();
    private boolean closed;

    /** The host under its inventory name, with a POSIX shell such as {@code busybox sh}. */
    public ProcessConnection(String host, Carrier carrier, List<String> shell) {
        this.start = new ShellStart(host, carrier, List.copyOf(shell));
    }

    @Override
    public ShellWorker worker(Become become) {
        lock.lock();
        try {
            if (closed) {
                throw new UnreachableException("the connection to " + start.host() + " is closed");
            }
            var worker = workers.get(become);
            if (worker == null || worker.lost()) {
                worker = new PipeWorker(start.as(become), () -> start.as(become));
                workers.put(become, worker);
            }
            return worker;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public boolean local() {
        return start.carrier().local();
    }

    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            workers.values().forEach(PipeWorker::close);
        } finally {
            lock.unlock();
        }
    }
}
