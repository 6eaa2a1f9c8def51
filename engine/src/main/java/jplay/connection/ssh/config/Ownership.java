package jplay.connection.ssh.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Whose a file is, and what others may do with it.
 *
 * @param owner number of its user
 * @param mode permission bits
 */
public record Ownership(int owner, int mode) {
    /** Of the file that a path leads to; none when there is no file, or no such thing here. */
    public static Optional<Ownership> of(Path file) {
        try {
            var known = Files.readAttributes(file, "unix:uid,mode");
            return Optional.of(
                    new Ownership((Integer) known.get("uid"), (Integer) known.get("mode") & 07777));
        } catch (IOException | UnsupportedOperationException | IllegalArgumentException _) {
            // no such file, or one of a file system that knows neither owners nor modes
            return Optional.empty();
        }
    }

    /** Whether it is the file of whoever runs jplay. */
    public boolean isOf(Query.LocalUser user) {
        return user.number().equals(String.valueOf(owner));
    }

    /** Whether one of these permission bits is set. */
    public boolean allows(int bits) {
        return (mode & bits) != 0;
    }

    /** Whether nobody but the user and root may have written it. */
    boolean trusted(Query.LocalUser user) {
        return (owner == 0 || isOf(user)) && !allows(022);
    }
}
