package jplay.connection.openssh;

import java.util.List;
import java.util.Optional;
import jplay.config.Settings;
import jplay.connection.Connection;
import jplay.connection.ConnectionKind;
import jplay.connection.Destination;
import jplay.connection.process.ProcessConnection;
import jplay.connection.process.Shielded;
import jplay.module.type.Secret;

/**
 * Hosts over the system's ssh.
 *
 * @param password for hosts whose variables have none
 */
public record OpenSshKind(Settings settings, Optional<Secret> password) implements ConnectionKind {
    @Override
    public List<String> names() {
        return List.of("openssh", "jplay.builtin.openssh");
    }

    @Override
    public boolean heeds(String variable) {
        return !variable.startsWith("ansible_docker_") && !variable.startsWith("ansible_podman_");
    }

    @Override
    public Connection open(Destination destination) {
        var options = new SshOptions(destination, settings, password);
        var shell = destination.text("ansible_shell_executable").orElse("sh");
        var carrier =
                new OpenSsh(
                        options.command(), options.host(), options.secrets(), options.retries());
        return new ProcessConnection(destination.host(), new Shielded(carrier), List.of(shell));
    }
}
