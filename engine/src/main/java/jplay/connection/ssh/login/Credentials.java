package jplay.connection.ssh.login;

import java.util.Optional;
import jplay.module.type.Secret;

/**
 * What a user gave to log in with, beside OpenSSH's configuration.
 *
 * @param key text of a private key
 * @param passphrase of the key files
 */
public record Credentials(
        Optional<Secret> password, Optional<Secret> key, Optional<Secret> passphrase) {
    /** Nothing. */
    public static final Credentials NONE =
            new Credentials(Optional.empty(), Optional.empty(), Optional.empty());
}
