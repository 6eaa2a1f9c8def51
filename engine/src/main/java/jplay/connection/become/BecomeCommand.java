package jplay.connection.become;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import jplay.connection.Become;
import jplay.module.TaskFailure;

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

    /**
     * The words to run; the password is not among them.
     *
     * @throws TaskFailure when there is no such method
     */
    public static List<String> of(Become become, List<String> shell) {
        var plain = plain(become, shell);
        return method(become).equals("doas") && become.password().isPresent()
                ? Terminal.asking(plain)
                : located(plain);
    }

    /** The same with a terminal of its own, for where {@link TerminalWanted} was the answer. */
    public static List<String> withTerminal(Become become, List<String> shell) {
        return Terminal.around(plain(become, shell));
    }

    /** The words that start a shell as whoever logs in. */
    public static List<String> ofLogin(List<String> shell) {
        return List.of("sh", "-c", greeting(shell));
    }

    /** What tells a shell to become a program, whatever kind of shell it is. */
    public static String line(List<String> words) {
        return "exec " + Terminal.quoted(words) + "\n";
    }

    private static String greeting(List<String> shell) {
        return "echo " + GREETING + "; exec " + Terminal.quoted(shell);
    }

    private static List<String> plain(Become become, List<String> shell) {
        var script = greeting(shell);
        var command = new ArrayList<String>();
        var method = method(become);
        command.add(become.executable().isEmpty() ? method : become.executable());
        command.addAll(flags(become, method.equals("sudo") ? "-H" : ""));
        command.addAll(words(become, script));
        return command;
    }

    /** By a shell, which says in one way for all hosts that there is no such program. */
    private static List<String> located(List<String> words) {
        var command = new ArrayList<>(List.of("sh", "-c", "exec \"$@\"", "sh"));
        command.addAll(words);
        return command;
    }

    /** The method's name without its collection. */
    static String method(Become become) {
        return become.method().substring(become.method().lastIndexOf('.') + 1);
    }

    private static List<String> words(Become become, String script) {
        var user = become.user();
        return switch (method(become)) {
            case "sudo" ->
                    become.password().isPresent()
                            ? List.of("-S", "-p", PROMPT, "-u", user, "sh", "-c", script)
                            : List.of("-n", "-u", user, "sh", "-c", script);
            case "doas" ->
                    become.password().isPresent()
                            ? List.of("-u", user, "sh", "-c", script)
                            : List.of("-n", "-u", user, "sh", "-c", script);
            case "su" -> List.of(user, "-c", script);
            case "runuser" -> List.of("-u", user, "--", "sh", "-c", script);
            default ->
                    throw new TaskFailure(
                            "Invalid become method specified, could not find matching plugin: '%s'."
                                            .formatted(become.method())
                                    + " Use one of sudo, su, doas, runuser.");
        };
    }

    private static List<String> flags(Become become, String fallback) {
        var flags = become.flags().isBlank() ? fallback : become.flags();
        return Arrays.stream(flags.split("\\s+"))
                .filter(flag -> !flag.isEmpty() && !flag.equals("-n") && !flag.equals("-S"))
                .toList();
    }
}
