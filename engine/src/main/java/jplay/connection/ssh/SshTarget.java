package jplay.connection.ssh;

import java.time.Duration;
import jplay.connection.ssh.config.HostOptions;
import jplay.connection.ssh.login.Credentials;

/**
 * A server to log in to.
 *
 * @param name the host's inventory name, or a hop's
 * @param timeout for reaching it and exchanging keys
 * @param retries how often more reaching it is tried
 * @param hop whether others are reached through it, and nothing is done on it
 */
record SshTarget(
        String name,
        HostOptions options,
        Credentials credentials,
        Duration timeout,
        int retries,
        boolean hop) {
    /** As messages name it. */
    String address() {
        return options.hostname() + " port " + options.port();
    }
}
