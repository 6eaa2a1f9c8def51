package jplay.run;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import jplay.connection.ConnectionKinds;
import jplay.connection.Questions;
import jplay.connection.container.ChrootKind;
import jplay.connection.container.DockerKind;
import jplay.connection.container.NamespaceKind;
import jplay.connection.container.PodmanKind;
import jplay.connection.local.LocalKind;
import jplay.connection.openssh.OpenSshKind;
import jplay.connection.ssh.SshKind;
import jplay.module.type.Secret;

/** The ways of reaching hosts that every run knows: the one list where a new one is added. */
final class Reachable {
    private Reachable() {}

    static ConnectionKinds by(RunParts parts, RunOptions options) {
        var settings = parts.settings();
        var questions = questions(parts.terminal());
        return new ConnectionKinds(
                List.of(
                        new LocalKind(),
                        new SshKind(
                                SshSettings.of(settings, options.connectionPassword(), questions)),
                        new DockerKind(settings),
                        new PodmanKind(settings),
                        new ChrootKind(settings),
                        new NamespaceKind(),
                        new OpenSshKind(settings, options.connectionPassword().map(Secret::new))));
    }

    /** Hosts ask one after the other; a terminal that nobody sits at is not asked. */
    private static Questions questions(Terminal terminal) {
        if (!terminal.attended()) {
            return Questions.NOBODY;
        }
        var lock = new ReentrantLock();
        return (prompt, echo) -> {
            lock.lock();
            try {
                return terminal.ask(prompt, echo, Optional.empty());
            } finally {
                lock.unlock();
            }
        };
    }
}
