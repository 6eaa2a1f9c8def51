package jplay.connection.ssh.config;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.function.Predicate;

/** OpenSSH's configuration files as they are for any host; each is read once. Thread-safe. */
public final class SshConfig {
    private final ConfigFiles files = new ConfigFiles();
    private final Path system;
    private final Predicate<String> exists;

    /** With the folder of the machine's own files, {@code /etc/ssh}. */
    public SshConfig(Path system) {
        this(system, SshConfig::hasAddress);
    }

    /** With another way to find out whether a host's name has an address. */
    SshConfig(Path system, Predicate<String> exists) {
        this.system = system;
        this.exists = exists;
    }

    private static boolean hasAddress(String name) {
        try {
            return InetAddress.getAllByName(name).length > 0;
        } catch (UnknownHostException _) {
            return false;
        }
    }

    /**
     * What options and files come to for one host.
     *
     * @throws jplay.connection.UnreachableException when others may have written the user's file,
     *     or a canonical name is a must and was not found
     */
    public HostOptions resolve(Query query) {
        var first = pass(new Evaluation(query, files), query);
        var options = first.options();
        var canonical = new CanonicalName(options, exists);
        if (!canonical.wanted() && !first.wantsFinal()) {
            return options;
        }
        var name = canonical.wanted() ? canonical.found() : options.hostname();
        return pass(first.again(name), query).options();
    }

    private Evaluation pass(Evaluation evaluation, Query query) {
        var personal = query.user().home().resolve(".ssh");
        if (query.file().isEmpty()) {
            evaluation.readOwn(personal.resolve("config"), personal);
            evaluation.read(system.resolve("ssh_config"), system);
        } else if (!query.file().get().equals("none")) {
            var only = new Tokens(query).path(query.file().get());
            evaluation.read(Path.of(only), personal);
        }
        return evaluation;
    }
}
