package jplay.connection.ssh.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** OpenSSH's configuration files as they are for any host; each is read once. Thread-safe. */
public final class SshConfig {
    private final ConfigFiles files = new ConfigFiles();
    private final Path system;

    /** With the folder of the machine's own files, {@code /etc/ssh}. */
    public SshConfig(Path system) {
        this.system = system;
    }

    /** What options and files come to for one host. */
    public HostOptions resolve(Query query) {
        var first = pass(new Evaluation(query, files, Optional.empty()), query);
        var canonical =
                first.gathered().containsKey("canonicalizehostname")
                        && !first.gathered().get("canonicalizehostname").equals(List.of("no"));
        if (!first.wantsFinal() && !canonical) {
            return first.options();
        }
        return pass(new Evaluation(query, files, Optional.of(first)), query).options();
    }

    private Evaluation pass(Evaluation evaluation, Query query) {
        var personal = query.user().home().resolve(".ssh");
        if (query.file().isEmpty()) {
            evaluation.read(personal.resolve("config"), personal);
            evaluation.read(system.resolve("ssh_config"), system);
        } else if (!query.file().get().equals("none")) {
            var only = new Tokens(query).path(query.file().get());
            evaluation.read(Path.of(only), personal);
        }
        return evaluation;
    }
}
