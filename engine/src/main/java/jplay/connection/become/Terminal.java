package jplay.connection.become;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Gives a command a terminal of its own on the host, by {@code script}, while its three streams
 * stay what they are: a terminal would change bytes.
 */
final class Terminal {
    private static final String STREAMS = " <&3 >&4 2>&5";

    private Terminal() {}

    /** For commands that want a terminal to be there. */
    static List<String> around(List<String> words) {
        return shell("exec 3<&0 4>&1 5>&2; exec " + script(words) + " </dev/null >/dev/null");
    }

    /**
     * For commands that read the password from the terminal: it is asked for on the error stream,
     * and typed once the terminal listens.
     */
    static List<String> asking(List<String> words) {
        var typed = "{ sleep 1; printf '%s\\n' \"$password\"; sleep 1; }";
        return shell(
                "printf %s "
                        + BecomeCommand.PROMPT
                        + " >&2; IFS= read -r password; exec 3<&0 4>&1 5>&2; "
                        + typed
                        + " </dev/null | "
                        + script(words)
                        + " >/dev/null");
    }

    private static String script(List<String> words) {
        return "script -q -e -c "
                + quoted(List.of("exec " + quoted(words) + STREAMS))
                + " /dev/null";
    }

    private static List<String> shell(String code) {
        return List.of("sh", "-c", code);
    }

    /** Words for a shell. */
    static String quoted(List<String> words) {
        return words.stream()
                .map(word -> "'" + word.replace("'", "'\\''") + "'")
                .collect(Collectors.joining(" "));
    }
}
