package jplay.connection.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import jplay.connection.Become;
import jplay.connection.Connection;
import jplay.connection.PipeWorker;
import jplay.connection.ShellProcess;
import jplay.connection.ShellWorker;
import jplay.connection.UnreachableException;
import jplay.connection.become.BecomeCommand;
import jplay.connection.become.Greeting;

/** A host whose shells are carried by programs of the controller. */
public final class ProcessConnection implements Connection {
    private final String host;
    private final Carrier carrier;
    private final List<String> shell;
    private final Map<Become, PipeWorker> workers = new HashMap<>();
    private final ReentrantLock lock = new ReentrantLock();
    private boolean closed;

    /** The host under its inventory name, with a POSIX shell such as {@code busybox sh}. */
    public ProcessConnection(String host, Carrier carrier, List<String> shell) {
        this.host = host;
        this.carrier = carrier;
        this.shell = List.copyOf(shell);
    }

    @Override
    public ShellWorker worker(Become become) {
        lock.lock();
        try {
            if (closed) {
                throw new UnreachableException("the connection to " + host + " is closed");
            }
            var worker = workers.get(become);
            if (worker == null || worker.lost()) {
                worker = new PipeWorker(start(become, shell));
                workers.put(become, worker);
            }
            return worker;
        } finally {
            lock.unlock();
        }
    }

    private ShellProcess start(Become become, List<String> words) {
        carrier.check();
        try {
            var process =
                    Child.start(carrier, become.none() ? words : BecomeCommand.of(become, words));
            var child = new Child(process, carrier, script -> aside(become, script));
            var started = child.shell(become.none() ? host : become.user() + "@" + host);
            if (!become.none()) {
                Greeting.exchange(started, become, child::running);
            }
            return started;
        } catch (IOException e) {
            var program = carrier.command(words).getFirst();
            throw new UnreachableException(
                    "cannot start %s for %s: %s".formatted(program, host, reason(e)), e);
        }
    }

    private static String reason(IOException thrown) {
        var message = String.valueOf(thrown.getMessage());
        if (message.contains("error=2")) {
            return "there is no such program on the PATH";
        }
        return message.contains("error=13") ? "permission denied" : message;
    }

    /** The script goes by standard input: argument lists are short on some systems. */
    private Process aside(Become become, String script) throws IOException {
        var words = become.none() ? shell : BecomeCommand.of(become, shell);
        var process = Child.start(carrier, words);
        if (!become.none()) {
            var child = new Child(process, carrier, _ -> process);
            Greeting.exchange(child.shell(host), become, child::running);
        }
        try (var input = process.getOutputStream()) {
            input.write((script + "\nexit\n").getBytes(StandardCharsets.UTF_8));
        }
        return process;
    }

    @Override
    public boolean local() {
        return carrier.local();
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
