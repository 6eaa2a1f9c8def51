package jplay.connection.ssh;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.ReentrantLock;
import jplay.connection.Patience;
import jplay.connection.Questions;
import jplay.connection.UnreachableException;
import jplay.connection.ssh.ConnectFailure.Again;
import jplay.connection.ssh.config.HostOptions;
import jplay.connection.ssh.config.Jump;
import jplay.connection.ssh.hostkey.KnownHosts;
import jplay.connection.ssh.login.Ed25519Signatures;
import jplay.connection.ssh.login.KeyRing;
import jplay.connection.ssh.login.Login;
import jplay.connection.ssh.login.LoginException;
import net.schmizz.sshj.SSHClient;

/**
 * Opens connections: hops on the way are shared, a server is not flooded, and what is worth it is
 * tried again. Thread-safe.
 */
final class Links implements AutoCloseable {
    /** A server's MaxStartups drops newcomers from ten unfinished logins on. */
    private static final int AT_ONCE = 8;

    /**
     * Logging in is the work of processors on both sides: with hundreds at a time each of them
     * takes longer than its timeout, with these it makes no difference.
     */
    private static final int AT_ONCE_IN_ALL =
            Math.max(32, 16 * Runtime.getRuntime().availableProcessors());

    /** How many timeouts long a server is asked again that says it is too busy. */
    private static final int BUSY_TIMES = 6;

    private static final String FAILED = "Failed to connect to the host via ssh: ";

    private final TargetReader targets;
    private final Questions questions;
    private final Ed25519Signatures signatures = new Ed25519Signatures();
    private final KeyRing keys;
    private final KnownHosts known = new KnownHosts();
    private final Map<String, Semaphore> doors = new ConcurrentHashMap<>();
    private final Semaphore hall = new Semaphore(AT_ONCE_IN_ALL, true);
    private final Map<String, Hop> hops = new ConcurrentHashMap<>();

    Links(TargetReader targets, Questions questions) {
        this.targets = targets;
        this.questions = questions;
        this.keys = new KeyRing(questions, signatures);
    }

    /**
     * A connection to a server.
     *
     * @throws UnreachableException when it cannot be reached or does not let the user in
     */
    Link open(SshTarget target) {
        try {
            return patiently(target);
        } catch (ConnectFailure e) {
            throw new UnreachableException(FAILED + e.getMessage(), e);
        }
    }

    private Link patiently(SshTarget target) throws ConnectFailure {
        var patience = new Patience();
        while (true) {
            try {
                return through(target);
            } catch (ConnectFailure e) {
                if (!goesOn(e, target, patience)) {
                    throw e;
                }
            }
        }
    }

    private static boolean goesOn(ConnectFailure failure, SshTarget target, Patience patience) {
        return switch (failure.again()) {
            case NO -> false;
            case LATER -> patience.retries(target.retries());
            case SOON -> patience.waits(target.timeout()) || patience.retries(target.retries());
            case WHEN_LESS_BUSY ->
                    patience.waits(target.timeout().multipliedBy(BUSY_TIMES))
                            || patience.retries(target.retries());
        };
    }

    private Link through(SshTarget target) throws ConnectFailure {
        // before the door: the hop may be the same server
        var via = via(target);
        var door = doors.computeIfAbsent(target.address(), _ -> new Semaphore(AT_ONCE, true));
        enter(door);
        try {
            enter(hall);
            try {
                return SystemThread.await(target.name(), () -> connect(target, via));
            } finally {
                hall.release();
            }
        } finally {
            door.release();
        }
    }

    private static void enter(Semaphore room) {
        try {
            room.acquire();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UnreachableException("interrupted", e);
        }
    }

    private Link connect(SshTarget target, Optional<Link> via) throws ConnectFailure {
        var wire = wire(target, via);
        try {
            var client = new SSHClient(new Algorithms(target.options(), signatures).config());
            var trusted = new Handshake(target, client, wire).lead(known, questions);
            var link = new Link(client, target.options(), wire);
            try {
                logIn(target, client, trusted, target.hop() ? () -> {} : link::askForSession);
                return link;
            } catch (ConnectFailure | RuntimeException e) {
                link.close();
                throw e;
            }
        } catch (ConnectFailure | RuntimeException e) {
            wire.close();
            throw e;
        }
    }

    private void logIn(SshTarget target, SSHClient client, boolean trusted, Login.Behind behind)
            throws ConnectFailure {
        try {
            new Login(target.options(), target.credentials(), keys, questions)
                    .run(client, trusted, behind);
        } catch (LoginException e) {
            throw new ConnectFailure(e.getMessage(), Again.NO, e);
        } catch (IOException e) {
            var why = Handshake.said(e);
            throw new ConnectFailure(
                    "%s@%s: the connection was closed while logging in: %s"
                            .formatted(target.options().user(), target.options().alias(), why),
                    why.contains("Too many authentication") ? Again.NO : Again.LATER,
                    e);
        }
    }

    private static Wire wire(SshTarget target, Optional<Link> via) throws ConnectFailure {
        var options = target.options();
        if (via.isEmpty()) {
            var command = proxyCommand(options);
            return command.isEmpty()
                    ? SocketWire.to(target)
                    : new SocketWire(ProcessSocket.start(target, command.get()), options.port());
        }
        try {
            return via.get().tunnel(options.hostname(), options.port());
        } catch (IOException e) {
            throw new ConnectFailure(
                    "the jump host cannot connect to %s: %s"
                            .formatted(target.address(), Handshake.said(e)),
                    Again.LATER,
                    e);
        }
    }

    private static Optional<String> proxyCommand(HostOptions options) {
        return options.text("ProxyCommand").filter(text -> !text.equals("none"));
    }

    /** The connection to the last hop on the way, opened once for all hosts behind it. */
    private Optional<Link> via(SshTarget target) throws ConnectFailure {
        var options = target.options();
        var jumps = options.text("ProxyJump").map(Jump::parse).orElse(List.of());
        // a pattern for all hosts also names the jump host itself
        var itself = jumps.stream().anyMatch(jump -> jump.host().equals(options.alias()));
        if (jumps.isEmpty() || itself || proxyCommand(options).isPresent()) {
            return Optional.empty();
        }
        var key = jumps + " " + options.file();
        var hop = hops.computeIfAbsent(key, _ -> new Hop(new ReentrantLock(), new HashMap<>()));
        hop.lock().lock();
        try {
            var link = Optional.ofNullable(hop.link().get(key)).filter(Link::alive);
            if (link.isEmpty()) {
                link = Optional.of(patiently(targets.hop(jumps, target)));
                hop.link().put(key, link.get());
            }
            return link;
        } finally {
            hop.lock().unlock();
        }
    }

    /** A jump host; its connection when there is one. */
    private record Hop(ReentrantLock lock, Map<String, Link> link) {}

    @Override
    public void close() {
        hops.values().forEach(hop -> hop.link().values().forEach(Link::close));
        hops.clear();
    }
}
