package jplay.connection.become;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import jplay.connection.Become;
import jplay.connection.UnreachableException;

/** The command that starts a shell as another user; it greets with {@link #GREETING} once it is that user. */
public final class BecomeCommand {
    /** What the shell prints first. */
    static final String GREETING = "jplay-became";

    /** What sudo prints when it wants the password. */
    static final String PROMPT = "jplay-password:";

    private BecomeCommand() {}

    /** The words to run; the password is not among them. */
    public static List<String> of(Become become, List<String> shell) {
        var script = "echo " + GREETING + "; exec "
                + shell.stream().map(word -> "'" + word.replace("'", "'\\''") + "'").collect(Collectors.joining(" "));
        var command = new ArrayList<String>();
        command.add(become.executable().isEmpty() ? become.method() : become.executable());
        switch (become.method()) {
            case "sudo" -> {
                command.addAll(flags(become, "-H"));
                command.addAll(become.password().isPresent() ? List.of("-S", "-p", PROMPT) : List.of("-n"));
                command.addAll(List.of("-u", become.user(), "sh", "-c", script));
            }
            case "doas" -> {
                command.addAll(flags(become, ""));
                command.addAll(List.of("-n", "-u", become.user(), "sh", "-c", script));
            }
            case "su" -> {
                command.addAll(flags(become, ""));
                command.addAll(List.of(become.user(), "-c", script));
            }
            case "runuser" -> {
                command.addAll(flags(become, ""));
                command.addAll(List.of("-u", become.user(), "--", "sh", "-c", script));
            }
            default -> throw new UnreachableException(
                    "become_method: got '" + become.method() + "', want sudo, su, doas or runuser");
        }
        return command;
    }

    private static List<String> flags(Become become, String fallback) {
        var flags = become.flags().isBlank() ? fallback : become.flags();
        return Arrays.stream(flags.split("\\s+"))
                .filter(flag -> !flag.isEmpty() && !flag.equals("-n") && !flag.equals("-S"))
                .toList();
    }
}
