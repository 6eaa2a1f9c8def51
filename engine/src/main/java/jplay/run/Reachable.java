package jplay.run;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import jplay.connection.ConnectionKinds;
import jplay.connection.Questions;
import jplay.connection.local.LocalKind;
import jplay.connection.ssh.SshKind;

/** The ways of reaching hosts that every run knows: the one list where a new one is added. */
final class Reachable {
    private Reachable() {}

    static ConnectionKinds by(RunParts parts, RunOptions options) {
        var questions = questions(parts.terminal());
        return new ConnectionKinds(
                List.of(
                        new LocalKind(),
                        new SshKind(
                                SshSettings.of(
                                        parts.settings(),
                                        options.connectionPassword(),
                                        questions))));
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
