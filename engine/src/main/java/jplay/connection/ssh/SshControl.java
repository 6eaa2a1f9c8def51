package jplay.connection.ssh;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import jplay.connection.ShellProcess;

/** What can be done with a shell over ssh beside talking to it. */
record SshControl(SshTarget target, SshSession session, Consumer<String> another)
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

    @Override
    public void aside(String script) {
        if (session.link().alive()) {
            another.accept(script);
        }
    }

    @Override
    public Optional<String> lost() {
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

    @Override
    public Optional<String> unreachable(String said) {
        return lost().or(() ->
                Optional.of(
                        "Failed to connect to the host via ssh: the login of %s on %s does not start a shell%s"
                                .formatted(
                                        target.options().user(),
                                        target.name(),
                                        said.isEmpty() ? "" : ": " + said)));
    }
}
