package jplay.connection.ssh;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
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
import jplay.connection.become.TerminalWanted;
import net.schmizz.sshj.connection.channel.OpenFailException;

/**
 * A host over ssh: a shell for each user over one connection, and over further ones where a server
 * allows a connection one session only.
 */
final class SshConnection implements Connection {
    private static final String SHELL = "exec /bin/sh";
    private static final long ASIDE_SECONDS = 6;

    private final SshTarget target;
    private final Links opener;
    private final String shell;
    private final List<Link> links = new ArrayList<>();
    private final Map<Become, PipeWorker> workers = new HashMap<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final ReentrantLock linking = new ReentrantLock();
    private boolean closed;

    SshConnection(SshTarget target, Links opener, String shell) {
        this.target = target;
        this.opener = opener;
        this.shell = shell;
    }

    @Override
    public ShellWorker worker(Become become) {
        lock.lock();
        try {
            if (closed) {
                throw new UnreachableException("the connection to " + target.name() + " is closed");
            }
            var worker = workers.get(become);
            if (worker == null || worker.lost()) {
                worker = new PipeWorker(start(become), () -> start(become));
                workers.put(become, worker);
            }
            return worker;
        } finally {
            lock.unlock();
        }
    }

    private ShellProcess start(Become become) {
        try {
            try {
                return start(become, become.none() ? List.of() : BecomeCommand.of(become, words()));
            } catch (TerminalWanted _) {
                return start(become, BecomeCommand.withTerminal(become, words()));
            }
        } catch (IOException e) {
            throw new UnreachableException(
                    "Failed to connect to the host via ssh: no shell on %s: %s"
                            .formatted(target.name(), Handshake.said(e)),
                    e);
        }
    }

    private List<String> words() {
        return List.of(shell.split(" ", -1));
    }

    /**
     * The login shell becomes a POSIX one, whatever it is; what else is wanted is written to that
     * one, so that no other shell ever reads our quotes.
     */
    private ShellProcess start(Become become, List<String> command) throws IOException {
        var session = session();
        var process =
                new ShellProcess(
                        become.none() ? target.name() : become.user() + "@" + target.name(),
                        session.channel().getOutputStream(),
                        session.channel().getInputStream(),
                        session.channel().getErrorStream(),
                        "/tmp",
                        new SshControl(target, session, become, this::aside));
        if (!become.none()) {
            write(process, command);
            Greeting.exchange(process, become, session::running);
        } else if (!shell.equals("/bin/sh")) {
            write(process, words());
        }
        return process;
    }

    private static void write(ShellProcess process, List<String> words) throws IOException {
        var line = new StringBuilder("exec");
        words.forEach(word -> line.append(" '").append(word.replace("'", "'\\''")).append('\''));
        process.input().write((line + "\n").getBytes(StandardCharsets.UTF_8));
        process.input().flush();
    }

    /** A session over a connection that allows one more, else over a new one. */
    private SshSession session() throws IOException {
        linking.lock();
        try {
            links.removeIf(link -> !link.alive());
            for (var link : links) {
                try {
                    return new SshSession(link, link.start(SHELL));
                } catch (OpenFailException _) {
                    // the server's MaxSessions
                }
            }
            var link = opener.open(target);
            links.add(link);
            return new SshSession(link, link.start(SHELL));
        } finally {
            linking.unlock();
        }
    }

    /** Runs a script in another shell of a user, and waits until it is done. */
    private void aside(Become become, String script) {
        try {
            var process = start(become);
            process.input().write((script + "\nexit\n").getBytes(StandardCharsets.UTF_8));
            process.input().flush();
            ((SshControl) process.control()).await(ASIDE_SECONDS);
        } catch (IOException | RuntimeException _) {
            // the host cannot be reached a second time; what can be done from here is done by stop
        }
    }

    @Override
    public boolean local() {
        return false;
    }

    /** Shells first: what they run may have to be stopped over another session. */
    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
        } finally {
            lock.unlock();
        }
        workers.values().forEach(PipeWorker::closeWithConnection);
        linking.lock();
        try {
            links.forEach(Link::close);
        } finally {
            linking.unlock();
        }
    }
}
