package jplay.connection.ssh;

import java.util.List;
import java.util.Optional;
import jplay.connection.Questions;
import jplay.connection.ssh.config.Query;
import jplay.module.type.Secret;

/**
 * What holds for all hosts that say nothing else.
 *
 * @param password as {@code --ask-pass} got it
 * @param keyFile as {@code --private-key} names it
 * @param arguments words for ssh, by where they stand in Ansible's command line
 * @param timeoutSeconds for connecting
 */
public record SshDefaults(
        Query.LocalUser user,
        Optional<Secret> password,
        Optional<String> keyFile,
        Arguments arguments,
        boolean hostKeyChecking,
        int timeoutSeconds,
        int retries,
        String shell,
        Questions questions) {
    /** Words for ssh that settings and flags give. */
    public record Arguments(List<String> first, List<String> common, List<String> extra) {
        /** None. */
        public static final Arguments NONE = new Arguments(List.of(), List.of(), List.of());

        public Arguments {
            first = List.copyOf(first);
            common = List.copyOf(common);
            extra = List.copyOf(extra);
        }
    }
}
