package jplay.connection.become;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import jplay.connection.Become;
import jplay.connection.UnreachableException;

/**
 * The command that starts a shell as another user; it greets with {@link #GREETING} once it is that
 * user.
 */
public final class BecomeCommand {
    /** What the shell prints first. */
    static final String GREETING = "jplay-became";

    /** What sudo prints when it wants the password. */
    static final String PROMPT = "jplay-password:";

    private BecomeCommand() {}

    /** The words to run; the password is not among them. */
    public static List<String> of(Become become, List<String> shell) {
        var script =
                "echo "
                        + GREETING
                        + "; exec "
                        + shell.stream()
                                .map(word -> "'" + word.replace("'", "'\\''") + "'")
                                .collect(Collectors.joining(" "));
        var command = new ArrayList<String>();
        command.add(become.executable().isEmpty() ? become.method() : become.executable());
        command.addAll(flags(become, become.method().equals("sudo") ? "-H" : ""));
        command.addAll(words(become, script));
        return command;
    }

    private static List<String> words(Become become, String script) {
        var user = become.user();
        return switch (become.method()) {
            case "sudo" ->
                    become.password().isPresent()
                            ? List.of("-S", "-p", PROMPT, "-u", user, "sh", "-c", script)
                            : List.of("-n", "-u", user, "sh", "-c", script);
            case "doas" -> List.of("-n", "-u", user, "sh", "-c", script);
            case "su" -> List.of(user, "-c", script);
            case "runuser" -> List.of("-u", user, "--", "sh", "-c", script);
            default ->
                    throw new UnreachableException(
                            "become_method: got '"
                                    + become.method()
                                    + "', want sudo, su, doas or runuser");
        };
    }

    private static List<String> flags(Become become, String fallback) {
        var flags = become.flags().isBlank() ? fallback : become.flags();
        return Arrays.stream(flags.split("\\s+"))
                .filter(flag -> !flag.isEmpty() && !flag.equals("-n") && !flag.equals("-S"))
                .toList();
    }
}
