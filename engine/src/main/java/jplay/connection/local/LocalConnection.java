package jplay.connection.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import jplay.connection.Become;
import jplay.connection.Connection;
import jplay.connection.PipeWorker;
import jplay.connection.ShellProcess;
import jplay.connection.ShellWorker;
import jplay.connection.UnreachableException;
import jplay.connection.become.BecomeCommand;
import jplay.connection.become.Greeting;

/** This machine: shells are child processes that see the environment jplay was started with. */
public final class LocalConnection implements Connection {
    private static final long PATIENCE_MILLIS = 2000;

    private final String host;
    private final List<String> shell;
    private final Map<Become, PipeWorker> workers = new HashMap<>();
    private final ReentrantLock lock = new ReentrantLock();
    private boolean closed;

    /** The machine under an inventory name, with {@code sh} from the PATH. */
    public LocalConnection(String host) {
        this(host, List.of("sh"));
    }

    /** With another POSIX shell, such as {@code busybox sh}. */
    public LocalConnection(String host, List<String> shell) {
        this.host = host;
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
                worker = new PipeWorker(start(become));
                workers.put(become, worker);
            }
            return worker;
        } finally {
            lock.unlock();
        }
    }

    private ShellProcess start(Become become) {
        var command = become.none() ? shell : BecomeCommand.of(become, shell);
        try {
            var process = new ProcessBuilder(command).start();
            if (!become.none()) {
                Greeting.exchange(process, become, host);
            }
            return new ShellProcess(
                    become.none() ? host : become.user() + "@" + host,
                    process.getOutputStream(),
                    process.getInputStream(),
                    process.getErrorStream(),
                    temporaryFolder(),
                    () -> stop(process));
        } catch (IOException e) {
            throw new UnreachableException(
                    "cannot start " + command.getFirst() + " on " + host + ": " + e.getMessage(),
                    e);
        }
    }

    private static String temporaryFolder() {
        var wanted = System.getenv("TMPDIR");
        return wanted != null && Files.isDirectory(Path.of(wanted)) ? wanted : "/tmp";
    }

    /**
     * Closes the shell's input, so that it ends by itself when idle, and tells what it runs to
     * stop.
     */
    private static void stop(Process process) {
        try {
            var children = new ArrayList<>(process.descendants().toList());
            process.getOutputStream().close();
            children.forEach(ProcessHandle::destroy);
            if (!process.waitFor(
                    children.isEmpty() ? PATIENCE_MILLIS / 10 : PATIENCE_MILLIS,
                    TimeUnit.MILLISECONDS)) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
            }
        } catch (IOException _) {
            process.destroyForcibly();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean local() {
        return true;
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
