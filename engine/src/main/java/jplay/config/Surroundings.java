package jplay.config;

import java.nio.file.Path;
import java.util.Map;

/**
 * What surrounds the program: where it was started and by whom.
 *
 * @param folder the working folder
 * @param home the user's home folder
 * @param system where the machine's configuration stands
 * @param environment all environment variables
 */
public record Surroundings(Path folder, Path home, Path system, Map<String, String> environment) {
    public Surroundings {
        environment = Map.copyOf(environment);
    }

    /** Those of this process. */
    public static Surroundings ofProcess() {
        return new Surroundings(
                Path.of("").toAbsolutePath(),
                Path.of(System.getProperty("user.home")),
                Path.of("/etc/ansible"),
                System.getenv());
    }

    /**
     * A path as a user writes it: {@code ~} and {@code $VARIABLES} replaced, a relative one started
     * at a folder.
     */
    public Path resolve(String written, Path base) {
        var text = expanded(written);
        if (text.equals("~") || text.startsWith("~/")) {
            return home.resolve(text.substring(Math.min(2, text.length()))).normalize();
        }
        return base.resolve(text).normalize();
    }

    private String expanded(String written) {
        var found = java.util.regex.Pattern.compile("\\$(?:\\{(\\w+)}|(\\w+))").matcher(written);
        return found.replaceAll(match -> {
            var name = match.group(1) == null ? match.group(2) : match.group(1);
            return java.util.regex.Matcher.quoteReplacement(
                    environment.getOrDefault(name, match.group()));
        });
    }
}
