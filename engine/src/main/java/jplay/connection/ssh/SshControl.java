package jplay.connection.ssh;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import jplay.connection.Become;
import jplay.connection.ShellProcess;

/** What can be done with a shell over ssh beside talking to it. */
record SshControl(
        SshTarget target, SshSession session, Become become, BiConsumer<Become, String> another)
        implements ShellProcess.Control {
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    @Override
    public void stop() {
        var link = session.link();
        try (var _ = new Deadline(PATIENCE, link::close)) {
            session.channel().close();
        } catch (IOException _) {
            // it is gone
        }
    }

    /** Waits until the shell ended by itself. */
    void await(long seconds) throws IOException {
        session.channel().join(seconds, TimeUnit.SECONDS);
    }

    @Override
    public void aside(String script) {
        if (session.link().alive()) {
            another.accept(become, script);
        }
    }

    @Override
    public Optional<String> lost(String said) {
        var link = session.link();
        if (link.ends()) {
            return Optional.of(
                    "Failed to connect to the host via ssh: "
                            + (link.silent()
                                    ? "Timeout, server %s not responding.".formatted(target.name())
                                    : "Shared connection to %s closed."
                                            .formatted(target.options().hostname())));
        }
        return Optional.empty();
    }

    /** A user who cannot be become is no fault of the connection. */
    @Override
    public Optional<String> unreachable(String said) {
        return become.none() ? lost(said).or(() -> Optional.of(noShell(said))) : lost(said);
    }

    private String noShell(String said) {
        return "Failed to connect to the host via ssh: the login of %s on %s does not start a shell%s"
                .formatted(
                        target.options().user(), target.name(), said.isEmpty() ? "" : ": " + said);
    }
}
