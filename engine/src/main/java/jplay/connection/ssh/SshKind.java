package jplay.connection.ssh;

import java.nio.file.Path;
import java.util.List;
import jplay.connection.Connection;
import jplay.connection.ConnectionKind;
import jplay.connection.Destination;
import jplay.connection.ssh.config.SshConfig;

/** Hosts over ssh, without any program beside jplay. */
public final class SshKind implements ConnectionKind {
    private final SshDefaults defaults;
    private final TargetReader targets;
    private final Links links;

    /** With the machine's own OpenSSH configuration. */
    public SshKind(SshDefaults defaults) {
        this(defaults, Path.of("/etc/ssh"));
    }

    /** With OpenSSH's configuration of the machine in another folder. */
    public SshKind(SshDefaults defaults, Path system) {
        this.defaults = defaults;
        this.targets = new TargetReader(defaults, new SshConfig(system));
        this.links = new Links(targets, defaults.questions());
    }

    @Override
    public List<String> names() {
        return List.of(
                "ssh",
                "ansible.builtin.ssh",
                "smart",
                "paramiko",
                "paramiko_ssh",
                "ansible.builtin.paramiko_ssh");
    }

    @Override
    public Connection open(Destination destination) {
        return new SshConnection(
                targets.target(destination),
                links,
                destination.text("ansible_shell_executable").orElse(defaults.shell()));
    }

    @Override
    public void close() {
        links.close();
    }
}
