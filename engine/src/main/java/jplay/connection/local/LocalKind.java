package jplay.connection.local;

import java.util.List;
import jplay.connection.Connection;
import jplay.connection.ConnectionKind;
import jplay.connection.Destination;

/** The controller itself, whatever a host's address says. */
public final class LocalKind implements ConnectionKind {
    private static final String SHELL = "ansible_shell_executable";

    @Override
    public List<String> names() {
        return List.of("local", "ansible.builtin.local");
    }

    @Override
    public boolean heeds(String variable) {
        return variable.equals(SHELL);
    }

    @Override
    public Connection open(Destination destination) {
        return destination
                .text(SHELL)
                .map(shell -> new LocalConnection(destination.host(), List.of(shell)))
                .orElseGet(() -> new LocalConnection(destination.host()));
    }
}
