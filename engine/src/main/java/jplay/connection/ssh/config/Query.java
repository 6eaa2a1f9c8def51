package jplay.connection.ssh.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is asked of the configuration.
 *
 * @param host as it was named to reach it
 * @param options what was given beside files, by lower-case keyword; it wins over files
 * @param file the only file to read, as {@code -F} gives it; {@code none} for no file
 * @param user who runs jplay
 */
public record Query(
        String host, Map<String, List<String>> options, Optional<String> file, LocalUser user) {
    public Query {
        options = Map.copyOf(options);
    }

    /**
     * Who runs jplay.
     *
     * @param number as {@code id -u} prints it
     * @param hostname of this machine
     */
    public record LocalUser(
            String name,
            Path home,
            String number,
            String hostname,
            Map<String, String> environment) {
        public LocalUser {
            environment = Map.copyOf(environment);
        }
    }
}
